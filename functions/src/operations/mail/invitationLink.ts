import type { Accounts } from '../accounts.ts';

/** The page of this app on which the address chooses a password. */
export async function invitationLink(accounts: Accounts, email: string, appUrl: string): Promise<string> {
  const code = await accounts.passwordCode(email);
  return `${appUrl}/auth/action?mode=resetPassword&oobCode=${encodeURIComponent(code)}`;
}
