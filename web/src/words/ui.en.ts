import { area } from './area.ts';

/** The parts that know no noun; the console shows them too, in English always. */
export const ui = area('ui', {
  actions: 'Actions',
  breadcrumb: 'Breadcrumb',
  cancel: 'Cancel',
  copied: (what: string) => `Copied ${what}`,
  copy: (what: string) => `Copy ${what}`,
  copyRefused: 'Copying was not allowed by the browser',
  denied: 'You may not see this',
  dismiss: 'Dismiss',
  hidePassword: 'Hide password',
  justNow: 'just now',
  moment: 'One moment …',
  needed: 'This is needed.',
  never: 'Never',
  noMatch: 'This does not match.',
  notLoaded: 'This could not be loaded',
  offline: 'You are offline. What you see may be out of date; it catches up by itself when you are back.',
  optional: '(optional)',
  showMore: 'Show more',
  showPassword: 'Show password',
  tryAgain: 'Try again',
});
