import type { Permission } from '@latchkey/domain/access/roles';
import { DEFAULT_RATES } from '@latchkey/domain/contract/contract';
import type { Environment } from '@latchkey/domain/environment';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { DEFAULT_TEMPLATES } from '@latchkey/domain/mail/templates';
import { aKey } from './seedLicenses.ts';
import type { Ids } from './tenants.ts';
import { API_KEY } from './tenants.ts';

/** What is asked at one callable, with the ids of production's records, all of Customer A. */
export interface CallableCase {
  readonly asks: (ids: Ids, environment: Environment) => object;
  /**
   * Whom it is for: people of the console with this permission, anybody signed in about themselves, customers
   * about themselves, or anybody at all.
   */
  readonly needs: Permission | 'a person' | 'a customer' | 'nobody';
  /** Where the role decides about the record rather than about the door: the code of its refusal. */
  readonly refusesRoleWith?: 'FORBIDDEN';
  /** A customer of the portal may ask as well, about what is theirs. */
  readonly alsoCustomers?: true;
  /**
   * In an environment that has no such record: `unknown` = it is refused as one that does not exist;
   * `nothing` = the answer counts and shows nothing; `own` = it names no record of anybody.
   */
  readonly elsewhere: 'unknown' | 'nothing' | 'own';
  /** Audit events of the accepted call; null = what it needs is not here (see its own tests). */
  readonly events: number | null;
}

const one = (
  needs: CallableCase['needs'],
  elsewhere: CallableCase['elsewhere'],
  events: number | null,
  asks: CallableCase['asks'],
  more: Pick<CallableCase, 'alsoCustomers' | 'refusesRoleWith'> = {},
): CallableCase => ({ needs, elsewhere, events, asks, ...more });

const PRODUCT = {
  name: 'Fresh',
  description: '',
  identifierType: 'hardware',
  requireIdentifier: false,
  offlineAllowed: true,
  downloadsAllowed: true,
  emailOnAssign: false,
  features: [],
};
const GENERATOR = {
  name: 'Fresh',
  description: '',
  format: { type: 'uuid' },
  activationLimit: 1,
  validity: null,
  features: {},
  metadata: {},
};
const CONTRACT = {
  name: 'Fresh partner',
  quota: 5,
  activationLimit: null,
  features: null,
  expiresAt: null,
  rates: DEFAULT_RATES,
};
const edit = (changes: object) => ({ type: 'edit', revision: null, changes });
const SOMEBODY = { email: 'somebody.new@example.com', name: 'Somebody New' };
const FILE = { fileName: 'setup.exe', size: 10 };

/** Every callable there is: a test compares the names with the deploy list. */
export const CALLABLE_CASES: Readonly<Record<string, CallableCase>> = {
  issueLicense: one('licenses.write', 'unknown', 1, ({ productId, generatorId }, environment) => ({
    environment,
    productId,
    generatorId,
  })),
  commandLicense: one('licenses.write', 'unknown', 1, ({ licenseId }, environment) => ({
    environment,
    licenseId,
    command: edit({ activationLimit: 17 }),
  })),
  offlineFile: one(
    'console.read',
    'unknown',
    1,
    ({ licenseId }, environment) => ({ environment, licenseId }),
    { alsoCustomers: true },
  ),
  deactivateDevice: one(
    'activations.deactivate',
    'unknown',
    1,
    ({ activationId }, environment) => ({ environment, activationId }),
    { alsoCustomers: true },
  ),
  deactivateDevices: one('activations.deactivate', 'unknown', 1, ({ otherActivationId }, environment) => ({
    environment,
    activationIds: [otherActivationId],
  })),
  // The customer, and the account that is theirs from now on.
  createCustomer: one('customers.write', 'own', 2, (_, environment) => ({ environment, customer: SOMEBODY })),
  // The name, and the job that carries it to the licenses.
  commandCustomer: one('customers.write', 'own', 2, ({ customerId }) => ({
    customerId,
    command: { type: 'rename', name: 'Another name' },
  })),
  exportCustomer: one('licenses.export', 'nothing', 1, ({ customerId }, environment) => ({
    environment,
    customerId,
    part: 'licenses',
    after: null,
  })),
  noteSignIn: one('a customer', 'own', null, () => ({})),
  countLicenses: one('console.read', 'nothing', 0, ({ productId }, environment) => ({
    environment,
    productId,
  })),
  countByState: one('console.read', 'nothing', 0, ({ productId }, environment) => ({
    environment,
    of: { by: 'product', id: productId },
  })),
  countOfEach: one('console.read', 'nothing', 0, ({ productId }, environment) => ({
    environment,
    by: 'product',
    ids: [productId],
  })),
  dashboardFigures: one('console.read', 'nothing', 0, (_, environment) => ({ environment })),
  createProduct: one('catalog.write', 'own', 1, (_, environment) => ({
    environment,
    productId: 'fresh',
    facts: PRODUCT,
  })),
  commandProduct: one('catalog.write', 'unknown', 1, ({ productId }, environment) => ({
    environment,
    productId,
    command: edit({ description: 'new' }),
  })),
  generateLicenses: one('generators.run', 'unknown', 1, ({ generatorId }, environment) => ({
    environment,
    generatorId,
    quantity: 1,
    requestKey: 'a-request-of-its-own',
  })),
  createGenerator: one('catalog.write', 'unknown', 1, ({ productId }, environment) => ({
    environment,
    productId,
    facts: GENERATOR,
  })),
  commandGenerator: one('catalog.write', 'unknown', 1, ({ generatorId }, environment) => ({
    environment,
    generatorId,
    command: edit({ activationLimit: 9 }),
  })),
  createContract: one('integrations.write', 'unknown', 1, ({ productId, generatorId }, environment) => ({
    environment,
    type: 'pool',
    productId,
    facts: { ...CONTRACT, generatorId },
  })),
  commandContract: one('integrations.write', 'unknown', 1, ({ contractId }, environment) => ({
    environment,
    contractId,
    command: edit({ quota: 999 }),
  })),
  contractKey: one('integrations.write', 'unknown', 1, ({ contractId }, environment) => ({
    environment,
    contractId,
    action: 'rotate',
  })),
  // One of the license, one of the contract.
  issueFromContract: one('integrations.write', 'unknown', 2, ({ contractId }, environment) => ({
    environment,
    contractId,
    quantity: 1,
    requestKey: 'a-request-of-its-own',
  })),
  createDownload: one('catalog.write', 'unknown', null, ({ productId }, environment) => ({
    environment,
    productId,
    facts: { version: '2.0.0', channel: 'stable', notes: '' },
    file: FILE,
  })),
  reopenUpload: one('catalog.write', 'unknown', null, ({ downloadId }, environment) => ({
    environment,
    downloadId,
    file: FILE,
  })),
  finishUpload: one('catalog.write', 'unknown', null, ({ downloadId }, environment) => ({
    environment,
    downloadId,
    sha256: null,
  })),
  commandDownload: one('catalog.write', 'unknown', null, ({ downloadId }, environment) => ({
    environment,
    downloadId,
    command: { type: 'withdraw' },
  })),
  downloadLink: one(
    'console.read',
    'unknown',
    null,
    ({ downloadId }, environment) => ({ environment, downloadId }),
    { alsoCustomers: true },
  ),
  ownDownloads: one('a customer', 'own', 0, () => ({})),
  inviteAdmin: one('admins.write', 'own', 1, () => ({
    email: 'invited@example.com',
    name: 'Invited',
    role: 'viewer',
    environments: null,
  })),
  commandAdmin: one('admins.write', 'own', 1, ({ uid }) => ({
    uid,
    command: { type: 'change-access', role: 'viewer', environments: null },
  })),
  adminSignIns: one('admins.write', 'own', 0, ({ uid }) => ({ uids: [uid] })),
  renameMyself: one('a person', 'own', 1, () => ({ name: 'Another' })),
  signOutEverywhere: one('a person', 'own', 1, () => ({})),
  // The settings, and the job that brings the grace to the licenses.
  saveSettings: one('settings.write', 'own', 2, (_, environment) => ({
    environment,
    section: 'license',
    revision: 0,
    values: { ...defaultsOf('license'), graceDays: 3 },
  })),
  saveMailTemplate: one('templates.write', 'own', 1, (_, environment) => ({
    environment,
    kind: 'assignment',
    revision: 0,
    template: { ...DEFAULT_TEMPLATES['assignment'], subject: 'A license for you' },
  })),
  // No way for mail is chosen here.
  sendTestMail: one('templates.write', 'own', null, (_, environment) => ({
    environment,
    kind: 'assignment',
    template: DEFAULT_TEMPLATES['assignment'],
  })),
  resendMail: one('licenses.write', 'unknown', 1, ({ mailId }, environment) => ({ environment, mailId })),
  ownMailChoice: one('a customer', 'own', 1, () => ({ reminders: false })),
  // Refused where no way for mail is chosen, whoever asks.
  sendLostKeys: one('nobody', 'own', null, () => ({ email: 'ada@example.com' })),
  startJob: one('licenses.write', 'own', 1, ({ licenseId }, environment) => ({
    environment,
    work: {
      kind: 'bulk-licenses',
      command: { type: 'suspend', publicReason: 'because', note: null },
      selection: { by: 'ids', ids: [licenseId] },
    },
  })),
  // Rows of a file are not a change yet: the start of its check is.
  importPage: one('bulk.import', 'own', 0, (_, environment) => ({
    environment,
    draftId: 'draft-1',
    page: 0,
    content: { subject: 'licenses', rows: [{ line: 2, key: aKey(), product: 'acme-editor' }] },
  })),
  startImport: one('bulk.import', 'unknown', 1, (_, environment) => ({
    environment,
    draftId: 'draft-1',
    subject: 'licenses',
    fileName: 'a.csv',
    pages: 1,
    rows: 1,
  })),
  applyImport: one('bulk.import', 'unknown', 1, ({ checkId }, environment) => ({
    environment,
    jobId: checkId,
    mails: false,
  })),
  cancelJob: one('licenses.write', 'unknown', 1, ({ jobId }, environment) => ({ environment, jobId }), {
    refusesRoleWith: 'FORBIDDEN',
  }),
  retryJob: one(
    'licenses.write',
    'unknown',
    1,
    ({ stoppedJobId }, environment) => ({ environment, jobId: stoppedJobId }),
    { refusesRoleWith: 'FORBIDDEN' },
  ),
  createWebhook: one('integrations.write', 'own', null, (_, environment) => ({
    environment,
    facts: { name: 'Fresh', description: '', url: 'https://hooks.example.com/x', events: null },
  })),
  commandWebhook: one('integrations.write', 'unknown', null, ({ endpointId }, environment) => ({
    environment,
    endpointId,
    command: { type: 'disable' },
  })),
  rotateWebhookSecret: one('integrations.write', 'unknown', null, ({ endpointId }, environment) => ({
    environment,
    endpointId,
    overlapHours: 1,
  })),
  testWebhook: one('integrations.write', 'unknown', null, ({ endpointId }, environment) => ({
    environment,
    endpointId,
  })),
  replayWebhook: one('integrations.write', 'unknown', null, ({ deliveryId }, environment) => ({
    environment,
    deliveryId,
  })),
  replayWebhooksSince: one('integrations.write', 'unknown', null, ({ endpointId }, environment) => ({
    environment,
    endpointId,
    since: '2026-03-01T00:00:00.000Z',
    deliveredToo: false,
  })),
  commandAbuseCase: one('licenses.write', 'unknown', null, ({ caseId }, environment) => ({
    environment,
    caseId,
    command: { type: 'take' },
  })),
  tryAbuseRules: one('settings.write', 'nothing', 0, (_, environment) => ({
    environment,
    values: defaultsOf('abuse'),
  })),
  previewRetention: one('console.read', 'nothing', 0, (_, environment) => ({
    environment,
    kept: defaultsOf('retention'),
  })),
  apiKeys: one('console.read', 'nothing', 0, (_, environment) => ({ environment })),
  createApiKey: one('integrations.write', 'own', 1, (_, environment) => ({
    environment,
    facts: { ...API_KEY, name: 'Another report' },
  })),
  commandApiKey: one('integrations.write', 'unknown', 1, ({ apiKeyId }, environment) => ({
    environment,
    apiKeyId,
    command: { type: 'edit', revision: null, changes: { name: 'Hourly report' } },
  })),
};
