import type { AdminCommand, Environments } from '@latchkey/domain/access/admin';
import type { Role } from '@latchkey/domain/access/roles';
import type {
  CommandAdminAnswer,
  CommandAdminRequest,
  InviteAdminAnswer,
  InviteAdminRequest,
} from '@latchkey/domain/wire/console/admins';
import { accepted } from '../firebase/accepted.ts';
import { requestPasswordReset } from '../firebase/auth.ts';
import { callable } from '../firebase/callables.ts';
import { useReauthentication } from '../session/reauthentication.ts';
import type { Admin } from './readAdmin.ts';

const sendInvitation = callable<InviteAdminRequest, InviteAdminAnswer>('inviteAdmin');
const sendCommand = callable<CommandAdminRequest, CommandAdminAnswer>('commandAdmin');

export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly environments: Environments;
}

/** What became of the mail with the link to choose a password. */
export type Mail = 'sent' | 'failed' | 'not-needed';

/** Commands about people; each asks for a fresh sign-in and throws a ProblemError that can be shown. */
export function useAdminCommands() {
  const { withFreshSignIn } = useReauthentication();

  /** The person has their role whether or not the mail leaves, which can be sent again. */
  async function invite({ environments, ...who }: Invitation): Promise<{ uid: string; mail: Mail }> {
    const request = { ...who, environments: environments && [...environments] };
    const { uid, newcomer, mailed } = await withFreshSignIn('invite somebody', async () =>
      accepted(await sendInvitation(request)),
    );
    if (!newcomer) return { uid, mail: 'not-needed' };
    if (mailed) return { uid, mail: 'sent' };
    return {
      uid,
      mail: await sendLink(who.email).then(
        () => 'sent',
        () => 'failed',
      ),
    };
  }

  async function command({ id }: Pick<Admin, 'id'>, asked: AdminCommand): Promise<void> {
    const command =
      asked.type === 'change-access'
        ? { ...asked, environments: asked.environments && [...asked.environments] }
        : asked;
    await withFreshSignIn(PURPOSES[asked.type], async () =>
      accepted(await sendCommand({ uid: id, command })),
    );
  }

  /** The sign-in service's own mail, the one of "Forgot password". */
  async function sendLink(email: string): Promise<void> {
    await requestPasswordReset(email);
  }

  return { invite, command, sendLink };
}

const PURPOSES: Readonly<Record<AdminCommand['type'], string>> = {
  'change-access': 'change what somebody may do',
  disable: 'switch an account off',
  enable: 'switch an account on',
  remove: 'remove somebody',
};
