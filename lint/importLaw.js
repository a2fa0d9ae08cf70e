/**
 * Who may import whom (ARCHITECTURE.md, "The import law"). A zone says: files of `target` take nothing from
 * `from`, except what `except` names. All are paths from the root, of folders or files.
 */

/** What license records refer to; they know no other noun themselves. */
const referredTo = ['customers', 'products'];
const nouns = [
  ...referredTo,
  ...[
    'licenses',
    'activations',
    'generators',
    'contracts',
    'jobs',
    'audit',
    'downloads',
    'settings',
    'webhooks',
    'abuse',
    'apiKeys',
    'apiReference',
  ],
];
const doors = ['http', 'manage', 'callables', 'scheduled', 'tasks', 'triggers'];

/** Of firestore, doors know the interface (its errors and names), never a connection. */
const forDoors = ['operations', 'crypto', 'auth', 'queue', 'config.ts', 'log.ts', 'runLog.ts', 'tools.ts'];
const forDoorsOfFirestore = ['firestore/store.ts', 'firestore/collections.ts'];

/** The management API is HTTP too: its door stands on the pieces of the other one, and behind it in a process alone. */
const alsoFor = {
  http: ['manage/serve.ts'],
  manage: ['http', 'callables/nudge.ts', 'callables/followAccount.ts'],
};

function zone(target, from, message, except = []) {
  return { target, from, message, except };
}

function workspace(name, strangers, message) {
  return strangers.map((stranger) => zone(name, stranger, message));
}

/** Within one workspace's sources: `name` may only take from itself and from `allowed`. */
function within(sources, name, allowed, message) {
  const except = [name, ...allowed].map((path) => `${sources}/${path}`);
  return zone(`${sources}/${name}`, sources, message, except);
}

const inFunctions = (name, allowed, message) => within('functions/src', name, allowed, message);
const inWeb = (name, allowed, message) => within('web/src', name, allowed, message);
const apart = 'admin and portal never import each other.';

export const importLaw = [
  ...workspace('domain', ['functions', 'web', 'scripts', 'tests'], 'domain imports nothing of ours.'),
  ...workspace('functions', ['web', 'scripts', 'tests'], 'of ours, functions import only domain.'),
  ...workspace('web', ['functions', 'scripts', 'tests'], 'of ours, web imports only domain.'),
  ...workspace('scripts', ['tests'], 'tests use scripts, not the other way round.'),

  inFunctions('operations', ['firestore'], 'operations import domain and functions/firestore.'),
  inFunctions('firestore', ['config.ts'], 'functions/firestore knows nobody above it.'),
  inFunctions('crypto', ['config.ts', 'log.ts'], 'functions/crypto knows nobody above it.'),
  inFunctions('queue', ['config.ts', 'log.ts'], 'functions/queue knows nobody above it.'),
  ...doors.map((door) =>
    inFunctions(
      door,
      [...forDoors, ...forDoorsOfFirestore, ...(alsoFor[door] ?? [])],
      'doors import operations, crypto, config and log.',
    ),
  ),

  inWeb('words', [], 'web/words imports only domain.'),
  inWeb('firebase', ['words'], 'web/firebase knows nobody above it.'),
  inWeb('ui', ['firebase', 'theme', 'words'], 'web/ui knows no noun.'),
  inWeb('lists', ['firebase', 'ui', 'session', 'words'], 'web/lists knows no noun.'),
  inWeb('session', ['firebase', 'words'], 'web/session imports domain, web/firebase and web/words.'),
  ...nouns.map((noun) =>
    inWeb(
      noun,
      ['firebase', 'ui', 'lists', 'session', 'words', ...(referredTo.includes(noun) ? [] : referredTo)],
      'nouns import domain, web/firebase, web/ui, web/lists, web/session, and the customers and products they refer to.',
    ),
  ),
  zone('web/src/admin', 'web/src/portal', apart),
  zone('web/src/portal', 'web/src/admin', apart),
];

/** Packages that only one folder may use: `from` is a pattern of package names. */
export const packageLaw = [
  {
    target: 'web/src',
    from: /^@?firebase(\/|$)/,
    message: 'only web/src/firebase talks to Firebase.',
    allowed: 'web/src/firebase',
  },
];
