import { IS_STOPPED, metadataOf, type CellOf, type ImportPreset } from './preset.ts';

/**
 * The CSV export of "License Manager for WooCommerce" (its Export.php): customers are numbers there, so that `email`
 * and `name` are columns only where the shop adds them. Its moments are in UTC without saying so.
 */
export const WOO_LICENSE_MANAGER: ImportPreset = {
  id: 'woo-license-manager',
  name: 'License Manager for WooCommerce',
  subject: 'licenses',
  signs: ['license_key', 'times_activated_max', 'valid_for'],
  columns: {
    key: { from: ['license_key'] },
    reference: { from: ['id'] },
    product: { from: ['product_id'] },
    email: { from: ['email'] },
    name: { from: ['name'] },
    limit: { from: ['times_activated_max'], read: (cell) => cell('times_activated_max') || 'unlimited' },
    expires: { from: ['expires_at', 'valid_for'], read: expiryOf },
    metadata: { from: ['order_id'], read: (cell) => metadataOf({ order: cell('order_id') }) },
  },
  state: 'status',
  refuses: (cell) => (cell('status').toUpperCase() === 'INACTIVE' ? IS_STOPPED : null),
};

/** Days that count from the purchase are left to the generator. */
function expiryOf(cell: CellOf): string {
  const moment = cell('expires_at');
  if (moment !== '' && !moment.startsWith('0000-')) {
    return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(moment) ? `${moment} UTC` : moment;
  }
  return ['', '0'].includes(cell('valid_for')) ? 'lifetime' : '';
}
