import { area } from './area.ts';

/** The page of settings, and what can be chosen there. */
export const settings = area('settings', {
  title: 'Settings',
  purpose: 'How times are shown, which mail you get, and how things look.',
  account: 'Kept with your account: it follows you to every browser.',
  zone: {
    title: 'Time zone',
    text: 'All dates and times are shown in it.',
    now: (time: string) => `It is now ${time}.`,
    browser: (zone: string) => `As this browser (${zone})`,
    help: 'Lists and histories show their times in it.',
  },
  language: {
    title: 'Language',
    text: 'Of these pages. Mails come in the words of the seller.',
  },
  look: { title: 'Appearance', text: 'Light, dark, or as your system has it.' },
  mail: {
    title: 'Notifications by e-mail',
    reminders: 'Remind me before a license expires',
    remindersOn: 'You get reminders before a license expires',
    remindersOff: 'You get no more reminders',
    expired: 'Tell me when a license has expired',
    expiredOn: 'You are told when a license has expired',
    expiredOff: 'You are no longer told when a license has expired',
    always:
      'License keys, invitations, and news about a suspended or revoked license are always sent: not knowing would harm you.',
  },
});
