import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CALLABLES } from '../../support/deployedCallables.ts';
import { OPERATIONS } from '../../support/manageDocument.ts';

const moves = (noun: string, ...names: readonly string[]) => names.map((name) => `${name}${noun}`);

/** What the console asks for, and the operations by which a program asks for the same. */
const REACHED: Readonly<Record<string, readonly string[]>> = {
  issueLicense: ['createLicense'],
  commandLicense: [
    ...moves('License', 'edit', 'assign', 'transfer', 'renew', 'delete'),
    ...moves('License', 'inactivate', 'reactivate', 'suspend', 'unsuspend', 'revoke'),
  ],
  deactivateDevice: ['deactivateActivation'],
  deactivateDevices: ['bulkDeactivate'],
  offlineFile: ['issueOfflineFile'],
  countLicenses: ['countLicenses'],
  countByState: ['countProductLicenses', 'countGeneratorLicenses'],
  countOfEach: ['countLicenses'],
  startJob: ['bulkCommandLicenses'],
  createProduct: ['createProduct'],
  commandProduct: moves(
    'Product',
    ...['edit', 'activate', 'inactivate', 'archive', 'unarchive', 'kill', 'delete'],
  ),
  createGenerator: ['createGenerator'],
  commandGenerator: moves('Generator', 'edit', 'activate', 'inactivate', 'delete'),
  generateLicenses: ['generateLicenses', 'bulkCreateLicenses'],
  createCustomer: ['createCustomer'],
  commandCustomer: moves('Customer', 'rename', 'invite', 'disable', 'enable', 'delete'),
  exportCustomer: ['exportCustomer'],
  createContract: ['createContract'],
  commandContract: moves('Contract', 'edit', 'activate', 'inactivate', 'delete'),
  contractKey: ['rotateContractKey', 'revokeContractKey'],
  issueFromContract: ['issueFromContract'],
  createDownload: ['createDownload'],
  reopenUpload: ['reopenUpload'],
  finishUpload: ['finishUpload'],
  commandDownload: moves('Download', 'edit', 'publish', 'withdraw', 'discard', 'delete'),
  downloadLink: ['linkDownload'],
  createWebhook: ['createWebhook'],
  commandWebhook: moves('Webhook', 'edit', 'enable', 'disable', 'delete'),
  rotateWebhookSecret: ['rotateWebhookSecret'],
  testWebhook: ['testWebhook'],
  replayWebhook: ['replayDelivery'],
  replayWebhooksSince: ['replayWebhook'],
  commandAbuseCase: moves('AbuseCase', 'take', 'release', 'confirm', 'dismiss', 'reopen'),
  tryAbuseRules: ['tryAbuseRules'],
  resendMail: ['resendMail'],
  importPage: ['sendImportPage'],
  startImport: ['checkImport'],
  applyImport: ['applyImport'],
  cancelJob: ['cancelJob'],
  retryJob: ['retryJob'],
  saveSettings: ['saveSettings'],
  previewRetention: ['previewRetention'],
  dashboardFigures: ['getFigures'],
};

const OWN = 'somebody does it about themselves';
const KEYS = 'a key that makes keys would widen what it may, and outlive its revocation';
const ADMINS = 'only an owner says who is an admin: a key never makes itself or anybody one';
const WORDS = 'a key that leaked must not put its words into the mails of customers';

/** What stays with people, and why. */
const PEOPLE_ONLY: Readonly<Record<string, string>> = {
  noteSignIn: OWN,
  ownDownloads: OWN,
  ownMailChoice: OWN,
  choosePreferences: OWN,
  renameMyself: OWN,
  signOutEverywhere: OWN,
  sendLostKeys: 'it belongs to the sign-in page, where nobody is signed in',
  apiKeys: KEYS,
  createApiKey: KEYS,
  commandApiKey: KEYS,
  inviteAdmin: ADMINS,
  commandAdmin: ADMINS,
  adminSignIns: ADMINS,
  saveMailTemplate: WORDS,
  sendTestMail: 'it goes to the address of whoever is signed in, and a key has none',
};

const names = (known: object): string[] => Object.keys(known);

test('everything that the console can do is done by an operation, or stays with people for a reason', () => {
  expect([...names(REACHED), ...names(PEOPLE_ONLY)].toSorted()).toEqual([...CALLABLES.keys()].toSorted());
});

test('every operation that changes something is one that the console has as well', () => {
  const writing = OPERATIONS.filter(({ method }) => method !== 'GET');
  const known = new Set(Object.values(REACHED).flat());
  const unknown = writing.map(({ operation }) => operation.operationId).filter((id) => !known.has(id));
  expect(unknown).toEqual([]);
  const all = new Set(OPERATIONS.map(({ operation }) => operation.operationId));
  expect([...known].filter((id) => !all.has(id))).toEqual([]);
});

const SOURCES = new URL('../../../functions/src/', import.meta.url);

/** The operations of the house that the files of a folder call, by what they import, and where. */
function operationsIn(folder: 'callables' | 'manage'): Map<string, string> {
  const files = readdirSync(new URL(`${folder}/`, SOURCES)).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.flatMap((file) => {
      const text = readFileSync(new URL(`${folder}/${file}`, SOURCES), 'utf8');
      const imports = text.matchAll(/^import \{[^}]*\} from '\.\.\/operations\/([^']+)\.ts'/gm);
      return [...imports].map(([, operation = '']): [string, string] => [operation, file]);
    }),
  );
}

test('behind both doors stand the same operations', () => {
  const both = operationsIn('manage');
  const lone = [...operationsIn('callables')].filter(([operation]) => !both.has(operation));
  const people = [
    ...['apiKeys.ts', 'adminSignIns.ts', 'commandAdmin.ts', 'inviteAdmin.ts', 'followAccount.ts'],
    ...['noteSignIn.ts', 'ownDownloads.ts', 'ownProfile.ts', 'sendLostKeys.ts', 'mail.ts', 'nudge.ts'],
  ];
  // Whether a job deletes is asked before a fresh sign-in is, which programs have none of.
  const unshared = lone.filter(([operation, file]) => operation !== 'jobs/readJob' && !people.includes(file));
  expect(unshared).toEqual([]);
});
