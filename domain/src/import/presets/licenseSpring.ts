import { IS_STOPPED, isNo, isYes, metadataOf, type CellOf, type ImportPreset } from './preset.ts';

/** Licenses in the columns of LicenseSpring's CSV files (its management API, "Import Licenses From CSV"). */
export const LICENSE_SPRING: ImportPreset = {
  id: 'license-spring',
  name: 'LicenseSpring',
  subject: 'licenses',
  signs: ['license__license_key', 'product__short_code'],
  columns: {
    key: { from: ['license__license_key'] },
    product: { from: ['product__short_code'] },
    email: { from: ['customer__email'] },
    name: { from: ['customer__first_name', 'customer__last_name', 'customer__company_name'], read: nameOf },
    limit: { from: ['license__max_activations', 'license__allow_unlimited_activations'], read: limitOf },
    expires: { from: ['license__validity_period', 'license__valid_duration'], read: expiryOf },
    // An order may hold several licenses, so that it is no reference to one.
    metadata: {
      from: ['order__store_id', 'license__note'],
      read: (cell) => metadataOf({ order: cell('order__store_id'), note: cell('license__note') }),
    },
  },
  state: 'license__enabled',
  refuses: (cell) => (isNo(cell('license__enabled')) ? IS_STOPPED : null),
};

function nameOf(cell: CellOf): string {
  // A name needs an address that it belongs to.
  if (cell('customer__email') === '') return '';
  const person = `${cell('customer__first_name')} ${cell('customer__last_name')}`.trim();
  return person || cell('customer__company_name');
}

function limitOf(cell: CellOf): string {
  return isYes(cell('license__allow_unlimited_activations')) ? 'unlimited' : cell('license__max_activations');
}

/** A duration begins with the first activation: the generator has to say it, so the cell stays empty. */
function expiryOf(cell: CellOf): string {
  if (cell('license__validity_period') !== '') return cell('license__validity_period');
  return cell('license__valid_duration') === '' ? 'lifetime' : '';
}
