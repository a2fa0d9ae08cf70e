import type { Accounts } from '@latchkey/functions/operations/accounts';

/** Accounts that exist in name only, where sign-in is not what a test is about. */
export const noAccounts: Accounts = {
  ensure: (email) => Promise.resolve(`uid-${email.replace(/[^a-z0-9]/g, '-')}`),
  setClaims: () => Promise.resolve(),
  setDisabled: () => Promise.resolve(),
  revokeSessions: () => Promise.resolve(),
  sendPasswordLink: () => Promise.resolve(),
  passwordCode: () => Promise.resolve('code-to-choose-a-password'),
  remove: () => Promise.resolve(),
  signIns: () => Promise.resolve([]),
};
