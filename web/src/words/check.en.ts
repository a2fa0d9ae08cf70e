import { CUSTOMER_STEPS } from '@latchkey/domain/license/customerSteps';
import { FINDINGS } from '@latchkey/domain/license/findings';
import { area } from './area.ts';

/** Why does my license not work? The findings and steps are the domain's own, as the console tells them. */
export const check = area('check', {
  title: 'Why does it not work?',
  license: 'License',
  purpose: (product: string, hint: string) =>
    `${product}, license ${hint}…: what your software hears at this moment.`,
  now: 'This license now',
  onDevice: (name: string) => `On the device ${name}`,
  onWebsite: (name: string) => `On the website ${name}`,
  onFurther: 'On a further device',
  fails: 'Does not work',
  worksShortly: 'Works for a short time',
  works: 'Works',
  since: 'Since',
  worksUntil: 'Works until',
  sellerSays: 'The seller says',
  softwareSays: 'Your software says',
  canDo: 'What you can do',
  support: "Code for the seller's support:",
  chooseDevice: 'Choose a device to deactivate',
  openNew: 'Open your new license',
  getKey: 'Get the license key',
  certain: 'Does it fail on a certain device?',
  certainText: 'Tell us more, and the answer above becomes exact.',
  device: 'Name of the device',
  deviceHelp: 'The hardware ID that the software shows, or the address of the website.',
  runs: 'Where the software runs',
  place: { production: 'Production', staging: 'Staging', development: 'Development' },
  here: (place: string) => `${place} (where this license belongs)`,
  shows: 'What the software shows',
  showsHelp: 'Paste its message or its code, such as LIMIT_EXCEEDED.',
  saysNow: 'That is what it says at this moment.',
  notNow: 'It would not say that now.',
  canDoNow: (step: string) => `What you can do: ${step}`,
  code: 'Code:',
  unknown:
    'We do not recognise this message. Look for a code in it, such as LIMIT_EXCEEDED or EXPIRED, or read on above: it tells what is the matter now.',
  findings: FINDINGS,
  steps: CUSTOMER_STEPS,
});
