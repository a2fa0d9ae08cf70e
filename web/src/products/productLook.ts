import { mdiArchiveOutline, mdiCheckCircleOutline, mdiPauseCircleOutline } from '@mdi/js';
import type { ProductStatus } from '@latchkey/domain/product/product';
import type { StateLook } from '../ui/stateLook.ts';

/** How the state of a product, or of a generator, is shown. */
export const PRODUCT_LOOK: Readonly<Record<ProductStatus, StateLook>> = {
  active: { word: 'Active', tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  inactive: { word: 'Inactive', tone: 'amber', icon: mdiPauseCircleOutline, outlined: true },
  archived: { word: 'Archived', tone: 'grey', icon: mdiArchiveOutline, outlined: true },
};
