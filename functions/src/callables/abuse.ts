import type { CommandAbuseCaseAnswer, TryAbuseRulesAnswer } from '@latchkey/domain/wire/console/abuse';
import { CommandAbuseCaseRequest, TryAbuseRulesRequest } from '@latchkey/domain/wire/console/abuse';
import { commandCase } from '../operations/abuse/commandCase.ts';
import { tryAbuseRules as tryRules } from '../operations/abuse/tryRules.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';
import { nudge } from './nudge.ts';

/** What people decide about a case; whoever may suspend a license may decide one. */
export const commandAbuseCase = door(
  CommandAbuseCaseRequest,
  async ({ environment, caseId, command }, request, requestId): Promise<CommandAbuseCaseAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'licenses.write'), requestId);
    const outcome = await commandCase(call, environment, caseId, command);
    if (outcome.ok && (command.type === 'confirm' || command.type === 'dismiss'))
      await nudge(call, environment);
    return outcome;
  },
);

/** Leaves time to answer before the browser gives up. */
const PATIENCE = 25_000;

/** What rules would have found, for whoever may switch them on. */
export const tryAbuseRules = door(
  TryAbuseRulesRequest,
  async ({ environment, values }, request, requestId): Promise<TryAbuseRulesAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'settings.write'), requestId);
    const deadline = Date.now() + PATIENCE;
    return tryRules(call, environment, values, () => Date.now() > deadline);
  },
);
