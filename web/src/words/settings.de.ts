import type { Catalog } from './catalog.ts';

export const settings = {
  title: 'Einstellungen',
  purpose: 'Wie Zeiten angezeigt werden, welche E-Mails Sie bekommen und wie alles aussieht.',
  account: 'Wird mit Ihrem Konto gespeichert und gilt in jedem Browser.',
  zone: {
    title: 'Zeitzone',
    text: 'Alle Daten und Uhrzeiten werden darin angezeigt.',
    now: (time: string) => `Jetzt ist es ${time}.`,
    browser: (zone: string) => `Wie dieser Browser (${zone})`,
    help: 'Listen und Verläufe zeigen ihre Zeiten darin.',
  },
  language: {
    title: 'Sprache',
    text: 'Die Sprache dieser Seiten. E-Mails kommen in den Worten des Anbieters.',
  },
  look: { title: 'Darstellung', text: 'Hell, dunkel oder wie Ihr System.' },
  mail: {
    title: 'Benachrichtigungen per E-Mail',
    reminders: 'Vor dem Ablauf einer Lizenz erinnern',
    remindersOn: 'Sie werden vor dem Ablauf einer Lizenz erinnert',
    remindersOff: 'Sie bekommen keine Erinnerungen mehr',
    expired: 'Mitteilen, wenn eine Lizenz abgelaufen ist',
    expiredOn: 'Sie erfahren, wenn eine Lizenz abgelaufen ist',
    expiredOff: 'Sie erfahren nicht mehr, wenn eine Lizenz abgelaufen ist',
    always:
      'Lizenzschlüssel, Einladungen und Nachrichten über gesperrte oder widerrufene Lizenzen kommen immer: Es würde Ihnen schaden, davon nichts zu wissen.',
  },
} satisfies Catalog['settings'];
