import type { Catalog } from './catalog.ts';

export const signin = {
  titles: {
    signIn: 'Anmelden',
    reset: 'Passwort zurücksetzen',
    lostKey: 'Lizenzschlüssel verloren',
    setPassword: 'Passwort festlegen',
    noAccess: 'Kein Zugang',
    changed: 'Zugang geändert',
    notFound: 'Nicht gefunden',
  },
  language: 'Sprache',
  signIn: 'Anmelden',
  purpose: 'Lizenzen verwalten oder die eigenen ansehen.',
  email: 'E-Mail',
  emailNeeded: 'Geben Sie Ihre E-Mail-Adresse ein.',
  password: 'Passwort',
  passwordNeeded: 'Geben Sie Ihr Passwort ein.',
  forgot: 'Passwort vergessen?',
  google: 'Weiter mit Google',
  lostKey: 'Lizenzschlüssel verloren?',
  invitation:
    'Konten gibt es auf Einladung. Noch keine E-Mail von uns? Fragen Sie den Anbieter Ihrer Software.',
  back: 'Zurück zur Anmeldung',
  checkMail: 'Sehen Sie in Ihr Postfach',
  reset: {
    title: 'Passwort zurücksetzen',
    text: 'Wir senden einen Link an Ihre E-Mail-Adresse.',
    send: 'Link senden',
    sent: 'Wenn es zu dieser Adresse ein Konto gibt, ist ein Link für ein neues Passwort unterwegs. Er gilt eine Stunde.',
  },
  lost: {
    text: 'Wir senden die Schlüssel aller Ihrer Lizenzen an die Adresse, mit der Sie sie gekauft haben.',
    send: 'Schlüssel senden',
    sent: 'Wenn Lizenzen zu dieser Adresse gehören, kommt in wenigen Minuten eine E-Mail mit ihren Schlüsseln. Sie wird höchstens einmal in der Stunde gesendet; sehen Sie auch im Spam-Ordner nach.',
  },
  set: {
    title: 'Passwort wählen',
    text: (email: string) => `Für ${email}.`,
    field: 'Neues Passwort',
    save: 'Passwort speichern',
    saved: 'Passwort gespeichert',
    savedText: 'Melden Sie sich mit Ihrem neuen Passwort an.',
    broken: 'Dieser Link funktioniert nicht',
    another: 'Neuen Link anfordern',
    checking: 'Einen Moment',
    checkingText: 'Ihr Link wird geprüft.',
  },
  noAccess: {
    title: 'Hier ist noch nichts',
    text: (email: string) =>
      `Sie sind als ${email} angemeldet, aber zu dieser Adresse gehört keine Lizenz, und sie hat hier keine Rolle. Fragen Sie den Anbieter Ihrer Software, welche Adresse er verwendet hat.`,
    again: 'Noch einmal prüfen',
    signOut: 'Abmelden',
  },
  changed: {
    off: 'Ihr Konto ist abgeschaltet',
    offText:
      'Sie können sich hier nicht mehr anmelden. Wenn Sie das überrascht, fragen Sie die Person, die Sie eingeladen hat.',
    title: 'Ihr Zugang hat sich geändert',
    text: 'Jemand hat geändert, was Sie sehen und tun dürfen. Melden Sie sich neu an, um mit den neuen Rechten weiterzumachen; nichts Gespeichertes ging verloren.',
    again: 'Neu anmelden',
  },
  notFound: {
    title: 'Hier ist nichts',
    text: 'Die Adresse ist vielleicht falsch, oder diese Seite steht Ihrem Konto nicht offen.',
    start: 'Zu Ihrer Startseite',
  },
} satisfies Catalog['signin'];
