import type { ImportSubject } from './subjects.ts';

/** One column of a file: what it is called, what goes into it, and what else other systems call it. */
export interface ImportColumn<Name extends string = string> {
  readonly name: Name;
  readonly title: string;
  /** One sentence on what a cell holds. */
  readonly help: string;
  /** Without it no row can be read. */
  readonly required: boolean;
  /** Two cells of the template. */
  readonly examples: readonly [string, string];
  /** Other names under which it is recognised. */
  readonly aliases: readonly string[];
}

type LicenseColumn =
  | 'key'
  | 'reference'
  | 'product'
  | 'generator'
  | 'email'
  | 'name'
  | 'limit'
  | 'expires'
  | 'features'
  | 'metadata';

const EMAIL_ALIASES = ['customerEmail', 'mail', 'emailAddress', 'customer', 'licensee', 'userEmail', 'owner'];
const NAME_ALIASES = ['customerName', 'fullName', 'holder', 'company', 'userName'];
const REFERENCE_ALIASES = ['order', 'orderId', 'orderNumber', 'externalId', 'ref', 'id', 'saleId'];
const KEY_ALIASES = ['licenseKey', 'serial', 'serialNumber', 'code', 'activationCode', 'license'];
const PRODUCT_ALIASES = ['productId', 'productName', 'item', 'app', 'sku', 'permalink'];

const LICENSES: readonly ImportColumn<LicenseColumn>[] = [
  {
    name: 'key',
    title: 'Key',
    help: 'A key made elsewhere, 8 to 128 characters. Left empty, the generator makes one.',
    required: false,
    examples: ['ACME-7Q2M-X9TK-4HWP', ''],
    aliases: KEY_ALIASES,
  },
  {
    name: 'reference',
    title: 'Reference',
    help: 'Your own number of the row, such as an order. Needed where there is no key: it tells the license again.',
    required: false,
    examples: ['', 'order-1002'],
    aliases: REFERENCE_ALIASES,
  },
  {
    name: 'product',
    title: 'Product',
    help: 'The id or the name of an active product.',
    required: true,
    examples: ['acme-editor', 'acme-editor'],
    aliases: PRODUCT_ALIASES,
  },
  {
    name: 'generator',
    title: 'Generator',
    help: 'The name or the id of a generator of the product. May be empty where the product has only one.',
    required: false,
    examples: ['', ''],
    aliases: ['generatorName', 'generatorId', 'policy', 'plan', 'tier', 'variant'],
  },
  {
    name: 'email',
    title: 'Customer e-mail',
    help: 'Who gets the license; a customer who is not known yet is created. Empty leaves it available.',
    required: false,
    examples: ['jo@example.com', ''],
    aliases: EMAIL_ALIASES,
  },
  {
    name: 'name',
    title: 'Customer name',
    help: 'For customers who are new; a name that is known stays.',
    required: false,
    examples: ['Jo Doe', ''],
    aliases: NAME_ALIASES,
  },
  {
    name: 'limit',
    title: 'Activation limit',
    help: '1 to 10000, or "unlimited". Left empty, the generator says it.',
    required: false,
    examples: ['3', 'unlimited'],
    aliases: ['activationLimit', 'seats', 'maxActivations', 'activations', 'maxMachines', 'quantity'],
  },
  {
    name: 'expires',
    title: 'Expiry date',
    help: '2027-12-31 (the end of that day in your time zone), a moment with its zone, or "lifetime".',
    required: false,
    examples: ['2031-12-31', 'lifetime'],
    aliases: ['expiresAt', 'expiry', 'expiryDate', 'expirationDate', 'validUntil', 'expirationDateUtc'],
  },
  {
    name: 'features',
    title: 'Features',
    help: 'A JSON object such as {"export":true}. Left empty, generator and product say them.',
    required: false,
    examples: ['{"export":true}', ''],
    aliases: ['featuresJson', 'entitlements'],
  },
  {
    name: 'metadata',
    title: 'Metadata',
    help: 'A JSON object of at most 10 KB that only the console shows.',
    required: false,
    examples: ['', '{"channel":"shop"}'],
    aliases: ['metadataJson', 'meta', 'customFields'],
  },
];

const CUSTOMERS: readonly ImportColumn<'email' | 'name'>[] = [
  {
    name: 'email',
    title: 'E-mail',
    help: 'Tells the customer, and never changes afterwards.',
    required: true,
    examples: ['jo@example.com', 'sam@example.com'],
    aliases: EMAIL_ALIASES,
  },
  {
    name: 'name',
    title: 'Name',
    help: 'May be empty. The name of a customer who is known already stays.',
    required: false,
    examples: ['Jo Doe', ''],
    aliases: ['customerName', 'fullName', 'company', 'userName'],
  },
];

const ASSIGNMENTS: readonly ImportColumn<'key' | 'product' | 'reference' | 'email' | 'name'>[] = [
  {
    name: 'key',
    title: 'Key',
    help: 'The whole key of an available license; its first characters are not enough.',
    required: false,
    examples: ['ACME-7Q2M-X9TK-4HWP', ''],
    aliases: KEY_ALIASES,
  },
  {
    name: 'product',
    title: 'Product',
    help: 'In place of a key: the id or name of a product, of which the next available license is taken.',
    required: false,
    examples: ['', 'acme-editor'],
    aliases: PRODUCT_ALIASES,
  },
  {
    name: 'reference',
    title: 'Reference',
    help: 'Your own number of the row, such as an order. Needed beside a product: it takes one license, once.',
    required: false,
    examples: ['', 'order-1002'],
    aliases: REFERENCE_ALIASES,
  },
  {
    name: 'email',
    title: 'Customer e-mail',
    help: 'Who gets the license; a customer who is not known yet is created.',
    required: true,
    examples: ['jo@example.com', 'sam@example.com'],
    aliases: EMAIL_ALIASES,
  },
  {
    name: 'name',
    title: 'Customer name',
    help: 'For customers who are new; a name that is known stays.',
    required: false,
    examples: ['Jo Doe', ''],
    aliases: NAME_ALIASES,
  },
];

/** The columns of each kind of file, in the order of its template. */
export const IMPORT_COLUMNS: Readonly<Record<ImportSubject, readonly ImportColumn[]>> = {
  licenses: LICENSES,
  customers: CUSTOMERS,
  assignments: ASSIGNMENTS,
};
