/**
 * Who may import whom (ARCHITECTURE.md, "The import law"). A zone says: files of `target` may take nothing
 * from `from`, except what `except` names (relative to `from`).
 */

/** What license records refer to; they know no other noun themselves. */
const referredTo = ['customers', 'products'];
const nouns = [
  ...referredTo,
  ...['licenses', 'activations', 'generators', 'contracts', 'jobs', 'audit', 'downloads', 'settings'],
];
const doors = ['http', 'callables', 'scheduled', 'tasks', 'triggers'];

const zone = (target, from, except, message) => ({
  target,
  from,
  ...(except.length > 0 && { except: except.map((path) => `./${path}`) }),
  message,
});

const workspaces = [
  zone('./domain', ['./functions', './web', './scripts', './tests'], [], 'domain imports nothing of ours.'),
  zone(
    './functions',
    ['./web', './scripts', './tests'],
    [],
    'functions import domain and nothing else of ours.',
  ),
  zone('./web', ['./functions', './scripts', './tests'], [], 'web imports domain and nothing else of ours.'),
  zone('./scripts', './tests', [], 'Tests use scripts, not the other way round.'),
];

const inFunctions = [
  zone(
    './functions/src/operations',
    './functions/src',
    ['operations', 'firestore'],
    'operations import domain and functions/firestore.',
  ),
  zone(
    './functions/src/firestore',
    './functions/src',
    ['firestore', 'config.ts'],
    'firestore knows nobody above it.',
  ),
  zone(
    './functions/src/crypto',
    './functions/src',
    ['crypto', 'config.ts', 'log.ts'],
    'crypto knows nobody above it.',
  ),
  ...doors.map((door) =>
    zone(
      `./functions/src/${door}`,
      './functions/src',
      // Of firestore only its interface (errors, names), never a connection. tools.ts hands the rest out.
      [
        door,
        'operations',
        'crypto',
        'auth',
        'config.ts',
        'log.ts',
        'tools.ts',
        'firestore/store.ts',
        'firestore/collections.ts',
      ],
      'Doors import operations, crypto, config and log.',
    ),
  ),
];

const inWeb = [
  zone('./web/src/firebase', './web/src', ['firebase'], 'web/firebase knows nobody above it.'),
  zone('./web/src/ui', './web/src', ['ui', 'firebase', 'theme'], 'ui knows no noun.'),
  zone('./web/src/session', './web/src', ['session', 'firebase'], 'session imports domain and web/firebase.'),
  ...nouns.map((noun) =>
    zone(
      `./web/src/${noun}`,
      './web/src',
      ['firebase', 'ui', 'session', noun, ...(referredTo.includes(noun) ? [] : referredTo)],
      'Nouns import domain, web/firebase, web/ui, web/session, and the customers and products they refer to.',
    ),
  ),
  zone('./web/src/admin', './web/src/portal', [], 'admin and portal never import each other.'),
  zone('./web/src/portal', './web/src/admin', [], 'admin and portal never import each other.'),
  zone(
    './web/src/{signin,account,theme}',
    './web/src/{admin,portal}',
    [],
    'Pages for everybody know no area.',
  ),
];

export const importLaw = [...workspaces, ...inFunctions, ...inWeb];
