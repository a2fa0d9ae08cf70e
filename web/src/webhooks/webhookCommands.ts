import type { WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import type {
  CommandWebhookAnswer,
  CommandWebhookRequest,
  CreateWebhookAnswer,
  CreateWebhookRequest,
  ReplayDeliveryAnswer,
  ReplayDeliveryRequest,
  ReplayWebhooksAnswer,
  ReplayWebhooksRequest,
  RotateWebhookSecretAnswer,
  RotateWebhookSecretRequest,
  TestWebhookAnswer,
  TestWebhookRequest,
  WebhookCommandInput,
} from '@latchkey/domain/wire/console/webhooks';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';
import { useReauthentication } from '../session/reauthentication.ts';

const sendCreate = callable<CreateWebhookRequest, CreateWebhookAnswer>('createWebhook');
const sendCommand = callable<CommandWebhookRequest, CommandWebhookAnswer>('commandWebhook');
const sendRotate = callable<RotateWebhookSecretRequest, RotateWebhookSecretAnswer>('rotateWebhookSecret');
const sendTest = callable<TestWebhookRequest, TestWebhookAnswer>('testWebhook');
const sendReplay = callable<ReplayDeliveryRequest, ReplayDeliveryAnswer>('replayWebhook');
const sendReplayAll = callable<ReplayWebhooksRequest, ReplayWebhooksAnswer>('replayWebhooksSince');

export type OverlapHours = RotateWebhookSecretRequest['overlapHours'];

/** What can be done with endpoints and deliveries; each throws a ProblemError that can be shown. */
export function useWebhookCommands() {
  const { withFreshSignIn } = useReauthentication();

  /** The secret is told this once. */
  async function create(
    asked: CreateWebhookRequest,
  ): Promise<{ readonly endpointId: string; readonly secret: string }> {
    return accepted(await sendCreate(asked));
  }
  async function command({ environment, id }: WebhookEndpoint, asked: WebhookCommandInput): Promise<void> {
    const act = async () => accepted(await sendCommand({ environment, endpointId: id, command: asked }));
    await (asked.type === 'delete' ? withFreshSignIn('delete the endpoint', act) : act());
  }
  /** The new secret, this once. */
  async function rotate({ environment, id }: WebhookEndpoint, overlapHours: OverlapHours): Promise<string> {
    const act = async () => accepted(await sendRotate({ environment, endpointId: id, overlapHours }));
    return (await withFreshSignIn('make a new secret', act)).secret;
  }
  /** The delivery that the test became. */
  async function test({ environment, id }: WebhookEndpoint): Promise<string> {
    return accepted(await sendTest({ environment, endpointId: id })).deliveryId;
  }
  async function replay({ environment, id }: WebhookDelivery): Promise<void> {
    accepted(await sendReplay({ environment, deliveryId: id }));
  }
  /** The job that does it. */
  async function replaySince(
    { environment, id }: WebhookEndpoint,
    since: Date,
    deliveredToo: boolean,
  ): Promise<string> {
    const asked = { environment, endpointId: id, since: since.toISOString(), deliveredToo };
    return accepted(await sendReplayAll(asked)).jobId;
  }
  return { create, command, rotate, test, replay, replaySince };
}
