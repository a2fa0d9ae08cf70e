import { computed, reactive, shallowRef } from 'vue';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import type { WebhookEvent } from '@latchkey/domain/webhook/events';
import { WEBHOOK_EVENTS } from '@latchkey/domain/webhook/events';
import { checkWebhookUrl } from '@latchkey/domain/webhook/url';
import type { CreateWebhookRequest } from '@latchkey/domain/wire/console/webhooks';
import { webConfig } from '../firebase/app.ts';
import { useCheckedForm } from '../ui/useCheckedForm.ts';

type Facts = CreateWebhookRequest['facts'];

/** The fields of an endpoint as they are filled in. */
export interface EndpointForm {
  name: string;
  description: string;
  url: string;
  /** Every event, later ones too; `chosen` waits meanwhile. */
  all: boolean;
  chosen: WebhookEvent[];
}

export interface EndpointErrors {
  readonly name: string | null;
  readonly url: string | null;
  readonly events: string | null;
}

/** A new endpoint, or with `fill` the changes to one. */
export function useEndpointForm() {
  const form = reactive<EndpointForm>({ name: '', description: '', url: '', all: true, chosen: [] });
  const revision = shallowRef<number | null>(null);
  const localOrigin = webConfig().webhookReceiver ?? null;
  const checked = useCheckedForm(() => check(form, localOrigin));

  function fill({ name, description, url, events, revision: read }: WebhookEndpoint): void {
    revision.value = read;
    Object.assign(form, { name, description, url, all: events === null, chosen: [...(events ?? [])] });
  }
  return { form, revision, fill, ...checked, isLocal: computed(() => localOrigin !== null) };
}

function check(
  { name, description, url, all, chosen }: EndpointForm,
  localOrigin: string | null,
): { readonly ok: true; readonly facts: Facts } | { readonly ok: false; readonly errors: EndpointErrors } {
  const address = checkWebhookUrl(url, localOrigin);
  const errors: EndpointErrors = {
    name: name.trim() === '' ? 'Give it a name.' : null,
    url: address.ok ? null : address.problem,
    events: all || chosen.length > 0 ? null : 'Choose at least one event, or all of them.',
  };
  if (!address.ok || errors.name !== null || errors.events !== null) return { ok: false, errors };
  // In the order of the list, however they were clicked.
  const events = all ? null : WEBHOOK_EVENTS.filter((event) => chosen.includes(event));
  return {
    ok: true,
    facts: { name: name.trim(), description: description.trim(), url: address.url, events },
  };
}
