import { DEFAULT_TEMPLATES } from '@latchkey/domain/mail/templates';
import { daysKept } from '@latchkey/domain/settings/retention';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { edit, one, type CallableCase } from './callableCase.ts';
import { CATALOG_CASES } from './callableCatalogCases.ts';
import { aKey } from './seedLicenses.ts';

const SOMEBODY = { email: 'somebody.new@example.com', name: 'Somebody New' };

/** Every callable there is: a test compares the names with the deploy list. */
export const CALLABLE_CASES: Readonly<Record<string, CallableCase>> = {
  ...CATALOG_CASES,
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
  choosePreferences: one('a person', 'own', 1, () => ({ language: 'de' })),
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
    kept: daysKept(defaultsOf('retention')),
  })),
};
