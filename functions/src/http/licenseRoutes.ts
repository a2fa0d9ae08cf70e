import type { ActivateAnswer, DeactivateAnswer, ValidateAnswer } from '@latchkey/domain/wire/answer';
import { ActivateRequest, DeactivateRequest, ValidateRequest } from '@latchkey/domain/wire/check';
import { activateDevice } from '../operations/activateDevice.ts';
import type { Tools } from '../operations/context.ts';
import { deactivateDevice } from '../operations/deactivateDevice.ts';
import { validateLicense } from '../operations/validateLicense.ts';
import type { AnswerLog } from './answerLog.ts';
import type { AbuseWatch } from './abuseWatch.ts';
import { callerOrigin } from './callerOrigin.ts';
import type { CheckCounts } from './checkCounts.ts';
import { checkDoor } from './checkDoor.ts';
import type { Limits } from './limits.ts';
import type { OverLimitCounts } from './overLimitCounts.ts';
import type { Route } from './route.ts';
import { post } from './route.ts';

/** What an instance keeps of the requests it has answered, beside the limits. */
export interface Watching {
  readonly counts: CheckCounts;
  readonly overLimit: OverLimitCounts;
  readonly abuse: AbuseWatch;
  readonly log: AnswerLog;
  /** The field in which a proxy of ours names the caller's country; null = none does. */
  readonly countryHeader: string | null;
}

/** The three questions of shipped software. A well-formed one is answered with 200, whatever the decision. */
export function licenseRoutes(tools: () => Tools, limits: () => Limits, watching: () => Watching): Route[] {
  const decide = checkDoor(tools, limits, () => watching().overLimit);
  const check: typeof decide = async (action, input, call, operation) => {
    const answer = await decide(action, input, call, operation);
    const { environment } = input;
    const { code, license } = answer;
    watching().counts.add({ environment, action, code, at: call.now });
    watching().log(tools(), {
      environment,
      action,
      code,
      licenseId: license?.id ?? null,
      requestId: call.requestId,
    });
    return answer;
  };
  return [
    post('/v1/validate', ValidateRequest, async (input, call): Promise<ValidateAnswer> => {
      const { ok, ...body } = await check('validate', input, call, ({ call, wanted, question }) =>
        validateLicense(call, wanted, question),
      );
      return { valid: ok, ...body };
    }),
    post('/v1/activate', ActivateRequest, async (input, call): Promise<ActivateAnswer> => {
      const { countryHeader, abuse } = watching();
      const details = {
        label: input.label ?? null,
        appVersion: input.appVersion ?? null,
        origin: callerOrigin(call.request, call.address, countryHeader),
      };
      const { ok, ...body } = await check('activate', input, call, async ({ call, wanted, question }) => {
        const result = await activateDevice(call, wanted, question, details);
        if (result.code === 'ACTIVATED' && result.license !== null) {
          abuse.activated(call, wanted.environment, result.license.id);
        }
        return result;
      });
      return { activated: ok, ...body };
    }),
    post('/v1/deactivate', DeactivateRequest, async (input, call): Promise<DeactivateAnswer> => {
      const { ok, ...body } = await check('deactivate', input, call, ({ call, wanted, question }) =>
        deactivateDevice(call, wanted, question),
      );
      return { deactivated: ok, ...body };
    }),
  ];
}
