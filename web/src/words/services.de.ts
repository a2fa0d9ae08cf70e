import type { Catalog } from './catalog.ts';

const NO_NETWORK =
  'Es gibt keine Verbindung zu Latchkey. Nichts ging verloren; versuchen Sie es noch einmal, sobald Sie wieder online sind.';

export const services = {
  'auth/invalid-credential': 'Diese E-Mail-Adresse und dieses Passwort passen nicht zusammen.',
  'auth/invalid-email': 'Das sieht nicht wie eine E-Mail-Adresse aus.',
  'auth/missing-password': 'Geben Sie Ihr Passwort ein.',
  'auth/user-disabled': 'Dieses Konto ist abgeschaltet. Fragen Sie die Person, die Sie eingeladen hat.',
  'auth/too-many-requests':
    'Zu viele Versuche. Warten Sie ein paar Minuten oder setzen Sie Ihr Passwort zurück.',
  'auth/network-request-failed': NO_NETWORK,
  'auth/user-token-expired': 'Ihre Anmeldung ist beendet. Melden Sie sich neu an.',
  'auth/requires-recent-login': 'Melden Sie sich dafür neu an.',
  'auth/weak-password': 'Dieses Passwort ist zu kurz. Verwenden Sie mindestens 8 Zeichen.',
  'auth/password-does-not-meet-requirements':
    'Dieses Passwort ist zu einfach. Wählen Sie ein längeres oder selteneres.',
  'auth/expired-action-code': 'Dieser Link ist zu alt. Fordern Sie einen neuen an.',
  'auth/invalid-action-code':
    'Dieser Link wurde schon benutzt oder ist unvollständig. Fordern Sie einen neuen an.',
  'auth/popup-closed-by-user': 'Das Fenster von Google wurde geschlossen, bevor Sie angemeldet waren.',
  'auth/user-mismatch': 'Das ist ein anderes Konto als das, das hier angemeldet ist.',
  'auth/popup-blocked':
    'Ihr Browser hat das Fenster von Google blockiert. Erlauben Sie Pop-ups für diese Seite und versuchen Sie es noch einmal.',
  'permission-denied': 'Ihre Rolle erlaubt das nicht.',
  unauthenticated: 'Ihre Anmeldung ist beendet. Melden Sie sich neu an.',
  'not-found': 'Das gibt es nicht mehr. Vielleicht hat es jemand gelöscht.',
  'already-exists': 'So etwas gibt es schon.',
  'failed-precondition':
    'Im jetzigen Zustand ist das nicht möglich. Laden Sie die Seite neu, um zu sehen, was sich geändert hat.',
  'invalid-argument': 'Etwas an Ihrer Eingabe wird nicht angenommen.',
  'resource-exhausted': 'Zu viel auf einmal. Warten Sie eine Weile und versuchen Sie es noch einmal.',
  aborted: 'Jemand hat das im selben Moment geändert. Nichts wurde geändert; versuchen Sie es noch einmal.',
  unavailable: NO_NETWORK,
  'deadline-exceeded':
    'Der Server hat zu lange für eine Antwort gebraucht. Sehen Sie nach, ob es getan wurde, und versuchen Sie es dann noch einmal.',
  internal: 'Bei uns ist etwas schiefgegangen. Es wurde vermerkt; versuchen Sie es gleich noch einmal.',
  'second-factor-missing': 'Ohne den Code Ihres zweiten Faktors geht es nicht weiter.',
  'cannot-start': 'Latchkey konnte nicht starten. Laden Sie die Seite neu oder sagen Sie es dem Betreiber.',
  unknown:
    'Etwas Unerwartetes ist geschehen. Es wurde nichts geändert, was Sie nicht sehen; versuchen Sie es noch einmal.',
} satisfies Catalog['services'];
