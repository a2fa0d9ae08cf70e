import { area } from './area.ts';

/** What is asked to prove who somebody is: passwords and codes. */
export const proof = area('proof', {
  least: (characters: number) => `At least ${characters} characters.`,
  tooShort: (characters: number) => `Use at least ${characters} characters.`,
  code: 'Code',
  codeWrong: 'That code is not right, or its time is over. Take the newest.',
  codeNeeded: 'Enter the 6 digits.',
  secondFactor: 'Second factor',
  enterCode: (app: string) => `Enter the code that ${app} shows now.`,
  yourApp: 'your authenticator app',
  cancel: 'Cancel',
  confirm: 'Confirm',
});
