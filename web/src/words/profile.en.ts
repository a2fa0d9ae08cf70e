import { area } from './area.ts';

/** Profile and security. */
export const profile = area('profile', {
  title: 'Profile and security',
  purpose: 'Who you are here, and how you sign in.',
  you: 'You',
  email: 'E-mail',
  emailHelp:
    'Your licenses belong to this address, so it cannot be changed here. If you have another one, ask the seller.',
  name: 'Name',
  nameHelp: 'What you are called here.',
  nameNeeded: 'Enter your name.',
  nameSaved: 'Name saved.',
  saveName: 'Save name',
  password: 'Password',
  google: 'You sign in with Google; your password is kept there.',
  currentPassword: 'Current password',
  currentNeeded: 'Enter your current password.',
  newPassword: 'New password',
  changePassword: 'Change password',
  passwordChanged: 'Password changed.',
  signIn: 'Sign-in',
  signInWith: 'You sign in with',
  notKnown: 'Not known',
  recent: 'Recent sign-ins',
  thisSignIn: 'this sign-in',
  notYou:
    'Was one of them not you? Change your password, then sign out everywhere. The times are all that is kept.',
  signOut: 'Sign out',
  everywhere: 'Sign out everywhere',
  everywhereAsk: 'Sign out everywhere?',
  everywhereText:
    'Every browser where you are signed in is signed out at once, this one too. You sign in again afterwards.',
  settingsBefore: 'Time zone, mail and appearance are in your',
  settingsLink: 'settings',
});
