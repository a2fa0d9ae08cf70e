import type { AuditDraft } from '@latchkey/domain/audit/event';
import { describeValidity, type Validity } from '@latchkey/domain/generator/validity';
import { SECTION_TITLES, type SectionName } from '@latchkey/domain/settings/titles';
import { exactWords } from '../ui/dateWords.ts';

/** Stored fields by the names that forms and lists give them. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  activationLimit: 'Activation limit',
  activationCount: 'Devices in use',
  expiresAt: 'Expires',
  graceDays: 'Grace days',
  graceInherited: 'Grace follows the settings',
  features: 'Features',
  metadata: 'Metadata',
  customerId: 'Customer id',
  assignedAt: 'Assigned',
  activatedAt: 'Activated',
  validity: 'Validity',
  name: 'Name',
  description: 'Description',
  status: 'Status',
  identifierType: 'Usual kind of device',
  requireIdentifier: 'Identifier required',
  offlineAllowed: 'Offline files',
  downloadsAllowed: 'Downloads',
  emailOnAssign: 'E-mail on assignment',
  format: 'Form of keys',
  renewedToId: 'Renewed by',
  role: 'Role',
  quota: 'Quota',
  quantity: 'Licenses',
  used: 'Used',
  rates: 'Rate limits',
  keyHint: 'Key',
  generatorId: 'Generator',
  type: 'Type',
  environments: 'Environments',
  'deleted.jobs': 'Jobs deleted',
  'deleted.mails': 'Mail records deleted',
  'deleted.deliveries': 'Webhook deliveries deleted',
  'deleted.signIns': 'Customers whose recent sign-ins were deleted',
  disabled: 'Switched off',
  url: 'Address',
  events: 'Events',
  disabledWhy: 'Disabled because',
  disabledAt: 'Disabled at',
  failingSince: 'Failing since',
  pausedUntil: 'Paused until',
  oldSecretUntil: 'Old secret valid until',
  permissions: 'Permissions',
  productIds: 'Products',
  addresses: 'Addresses',
  perMinute: 'Requests a minute',
  version: 'Version',
  channel: 'Channel',
  fileName: 'File',
  size: 'Size in bytes',
  sha256: 'SHA-256',
  notes: 'Notes',
  state: 'State',
  command: 'Command',
  event: 'Event',
  delivery: 'Delivery',
  webhookId: 'webhook-id',
  downloads: 'Downloads',
};
/** What no value means, where it means something. */
const EMPTY_WORDS: Readonly<Record<string, string>> = {
  expiresAt: 'Lifetime',
  validity: 'Lifetime',
  environments: 'all',
};
/** Consequences that say nothing on their own. */
const UNTOLD: readonly string[] = ['assignedAt', 'activatedAt', 'deviceEpoch'];

export interface ChangeLine {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What changed, field by field, from what to what. */
export function changeLines(changes: AuditDraft['changes'], timeZone: string): ChangeLine[] {
  return (
    Object.entries(changes)
      // A validity that has become a date is told by the date.
      .filter(([field]) => !UNTOLD.includes(field) && !(field === 'validity' && 'expiresAt' in changes))
      .map(([field, { before, after }]) => ({
        field: fieldWords(field),
        before: valueWords(field, before, timeZone),
        after: valueWords(field, after, timeZone),
      }))
  );
}

/** Settings are told by their section: "Webhooks: retry days". */
function fieldWords(field: string): string {
  const known = FIELD_WORDS[field];
  if (known !== undefined) return known;
  const [section = '', setting] = field.split('.');
  if (setting === undefined || !Object.hasOwn(SECTION_TITLES, section)) return field;
  const words = setting.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return `${SECTION_TITLES[section as SectionName]}: ${words}`;
}

function valueWords(field: string, value: unknown, timeZone: string): string {
  if (value instanceof Date) return exactWords(value, timeZone);
  if (value === null || value === undefined) return EMPTY_WORDS[field] ?? 'none';
  if (field === 'validity' && isValidity(value)) return describeValidity(value);
  if (field === 'activationLimit' && value === -1) return 'unlimited';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one, timeZone)).join(', ') || 'none';
  if (Array.isArray(value) && value.every(isText)) return value.length === 0 ? 'none' : value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isValidity(value: unknown): value is Validity {
  return (
    typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value && 'from' in value
  );
}

/** The same in one line, for a table: "active → suspended · Activation limit 3 → 5". */
export function changeSummary(
  event: Pick<AuditDraft, 'from' | 'to' | 'changes' | 'reason'>,
  timeZone: string,
): string {
  const { from, to, changes, reason } = event;
  const status = from === null || to === null || from === to ? [] : [`${from} → ${to}`];
  const lines = changeLines(changes, timeZone).map(
    ({ field, before, after }) => `${field} ${before} → ${after}`,
  );
  return [...status, ...lines, ...(reason === null ? [] : [`“${reason}”`])].join(' · ');
}
