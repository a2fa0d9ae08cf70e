import { area } from './area.ts';

/** The pages before sign-in, and those that lead back to it. */
export const signin = area('signin', {
  titles: {
    signIn: 'Sign in',
    reset: 'Reset password',
    lostKey: 'Lost license key',
    setPassword: 'Set password',
    noAccess: 'No access',
    changed: 'Access changed',
    notFound: 'Not found',
  },
  language: 'Language',
  signIn: 'Sign in',
  purpose: 'Manage licenses, or see your own.',
  email: 'E-mail',
  emailNeeded: 'Enter your e-mail address.',
  password: 'Password',
  passwordNeeded: 'Enter your password.',
  forgot: 'Forgot password?',
  google: 'Continue with Google',
  lostKey: 'Lost your license key?',
  invitation: 'Accounts are made by invitation. No e-mail from us yet? Ask the seller of your software.',
  back: 'Back to sign in',
  checkMail: 'Check your mail',
  reset: {
    title: 'Reset your password',
    text: 'We send a link to your e-mail address.',
    send: 'Send link',
    sent: 'If there is an account for this address, a link to set a new password is on its way. It works for one hour.',
  },
  lost: {
    text: 'We send the keys of all your licenses to the address that you bought them with.',
    send: 'Send my keys',
    sent: 'If licenses belong to this address, a mail with their keys arrives within a few minutes. It is sent once an hour at most; look into your spam folder too.',
  },
  set: {
    title: 'Choose a password',
    text: (email: string) => `For ${email}.`,
    field: 'New password',
    save: 'Save password',
    saved: 'Password saved',
    savedText: 'Sign in with your new password.',
    broken: 'This link does not work',
    another: 'Ask for a new link',
    checking: 'One moment',
    checkingText: 'Your link is being checked.',
  },
  noAccess: {
    title: 'Nothing here yet',
    text: (email: string) =>
      `You are signed in as ${email}, but no license belongs to this address and it has no role here. Ask the seller of your software which address they used.`,
    again: 'Check again',
    signOut: 'Sign out',
  },
  changed: {
    off: 'Your account is switched off',
    offText: 'You can no longer sign in here. If this is a surprise, ask the person who invited you.',
    title: 'Your access has changed',
    text: 'Someone has changed what you may see and do. Sign in again to go on with your new rights; nothing you saved was lost.',
    again: 'Sign in again',
  },
  notFound: {
    title: 'There is nothing here',
    text: 'The address may be wrong, or this page is not open to your account.',
    start: 'Go to your start page',
  },
});
