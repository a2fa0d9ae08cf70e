import type { BulkCommandName } from '@latchkey/domain/job/work';
import type { License } from '@latchkey/domain/license/license';
import type {
  BulkCommandInput,
  LicenseSelectionInput,
  SelectedLicensesInput,
  StartJobAnswer,
  StartJobRequest,
} from '@latchkey/domain/wire/console/startJob';
import { accepted } from '../../../firebase/accepted.ts';
import { callable } from '../../../firebase/callables.ts';
import type { Selection } from '../../../lists/useSelection.ts';
import { useEnvironment } from '../../../session/environment.ts';
import { useReauthentication } from '../../../session/reauthentication.ts';
import type { Reasons } from '../../../ui/confirm.ts';
import { createdSince } from '../licenseFilter.ts';
import type { LicenseList } from '../useLicenseList.ts';

type Work = StartJobRequest['work'];

/** A command as the dialog knows it. */
export type BulkChoice =
  | Extract<BulkCommandInput, { type: 'assign' }>
  | { readonly type: Exclude<BulkCommandName, 'assign'>; readonly reasons: Reasons };

const send = callable<StartJobRequest, StartJobAnswer>('startJob');

/** Starts the job in the environment on the screen; resolves to its id. @throws ProblemError */
export function startBulk(): (work: Work) => Promise<string> {
  const environment = useEnvironment();
  const { withFreshSignIn } = useReauthentication();
  return async (work) => {
    const start = async () => accepted(await send({ environment: environment.current, work }));
    const deletes = work.kind === 'bulk-licenses' && work.command.type === 'delete';
    const { jobId } = await (deletes ? withFreshSignIn('delete the licenses', start) : start());
    return jobId;
  };
}

/** The wire's words for a choice and a selection. `confirmation` = the number as it was typed. */
export function bulkRequest(
  choice: BulkChoice,
  list: Pick<LicenseList, 'filter' | 'now'>,
  selection: Pick<Selection<License>, 'everything' | 'rows'>,
  confirmation?: string,
): Work {
  return {
    kind: 'bulk-licenses',
    command: commandOf(choice),
    selection: selectionOf(list, selection),
    ...(confirmation !== undefined && { confirmation }),
  };
}

function commandOf(choice: BulkChoice): BulkCommandInput {
  switch (choice.type) {
    case 'assign':
      return choice;
    case 'inactivate':
      return {
        type: choice.type,
        publicReason: choice.reasons.publicReason || null,
        note: noteOf(choice.reasons),
      };
    case 'suspend':
    case 'revoke':
      return {
        type: choice.type,
        publicReason: choice.reasons.publicReason ?? '',
        note: noteOf(choice.reasons),
      };
    case 'reactivate':
    case 'unsuspend':
    case 'delete':
      return { type: choice.type };
  }
}

function noteOf({ note }: Reasons): string | null {
  return note || null;
}

function selectionOf(
  { filter, now }: Pick<LicenseList, 'filter' | 'now'>,
  { everything, rows }: Pick<Selection<License>, 'everything' | 'rows'>,
): LicenseSelectionInput {
  return everything
    ? { by: 'filter', filter: selectedOf(filter, now()) }
    : { by: 'ids', ids: rows.map(({ id }) => id) };
}

function selectedOf(filter: LicenseList['filter'], now: Date): SelectedLicensesInput {
  const { search, status, productId } = filter;
  const since = createdSince(filter, now);
  return {
    ...(search !== '' && { search }),
    ...(status !== null && { status }),
    ...(productId !== null && { productId }),
    ...(since !== null && { createdSince: since.toISOString() }),
  };
}
