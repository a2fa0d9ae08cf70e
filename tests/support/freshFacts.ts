/** What a door needs to hear of a new product; say what differs: `{ ...FRESH_PRODUCT, name: 'Shop' }`. */
export const FRESH_PRODUCT = {
  name: 'Fresh',
  description: '',
  identifierType: 'hardware',
  requireIdentifier: false,
  offlineAllowed: true,
  downloadsAllowed: true,
  emailOnAssign: false,
  features: [],
} as const;

/** The same of a new generator. */
export const FRESH_GENERATOR = {
  name: 'Fresh',
  description: '',
  format: { type: 'uuid' },
  activationLimit: 1,
  validity: null,
  features: {},
  metadata: {},
} as const;
