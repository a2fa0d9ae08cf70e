import type { DownloadAccess } from '@latchkey/domain/download/access';

/** Why a product's downloads are not there for a customer, and what would bring them back. */
export function accessWords(access: Exclude<DownloadAccess, 'open'>): string {
  switch (access) {
    case 'not-offered':
      return 'The seller offers no downloads of this product here.';
    case 'inactive':
      return 'Your license is paused by the seller. The downloads come back when it is resumed.';
    case 'suspended':
      return 'Your license is stopped by the seller. The downloads come back when that is lifted.';
    case 'expired':
      return 'The time of your license is over. The downloads come back when the seller renews it.';
    case 'revoked':
      return 'Your license was ended by the seller, and its downloads with it.';
    case 'none':
      return 'You have no license of this product.';
  }
}
