import type { Catalog } from './catalog.ts';

export const profile = {
  title: 'Profil und Sicherheit',
  purpose: 'Wer Sie hier sind und wie Sie sich anmelden.',
  you: 'Sie',
  email: 'E-Mail',
  emailHelp:
    'Ihre Lizenzen gehören zu dieser Adresse, deshalb lässt sie sich hier nicht ändern. Wenn Sie eine andere haben, fragen Sie den Anbieter.',
  name: 'Name',
  nameHelp: 'Wie Sie hier genannt werden.',
  nameNeeded: 'Geben Sie Ihren Namen ein.',
  nameSaved: 'Name gespeichert.',
  saveName: 'Namen speichern',
  password: 'Passwort',
  google: 'Sie melden sich mit Google an; Ihr Passwort liegt dort.',
  currentPassword: 'Bisheriges Passwort',
  currentNeeded: 'Geben Sie Ihr bisheriges Passwort ein.',
  newPassword: 'Neues Passwort',
  changePassword: 'Passwort ändern',
  passwordChanged: 'Passwort geändert.',
  signIn: 'Anmeldung',
  signInWith: 'Sie melden sich an mit',
  notKnown: 'Nicht bekannt',
  recent: 'Letzte Anmeldungen',
  thisSignIn: 'diese Anmeldung',
  notYou:
    'Waren Sie das einmal nicht? Ändern Sie Ihr Passwort und melden Sie sich dann überall ab. Gespeichert werden nur die Zeiten.',
  signOut: 'Abmelden',
  everywhere: 'Überall abmelden',
  everywhereAsk: 'Überall abmelden?',
  everywhereText:
    'Sie werden sofort in jedem Browser abgemeldet, auch in diesem. Danach melden Sie sich neu an.',
  settingsBefore: 'Zeitzone, Sprache, E-Mails und Darstellung finden Sie in Ihren',
  settingsLink: 'Einstellungen',
} satisfies Catalog['profile'];
