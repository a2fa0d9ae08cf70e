import type { Release } from '@latchkey/domain/download/release';
import type { ExportColumn } from '../../lists/export/exportFormat.ts';
import type { Column } from '../../ui/listTable.ts';

export const DOWNLOAD_COLUMNS: readonly Column<Release>[] = [
  { key: 'version', title: 'Version', sortable: true },
  { key: 'product', title: 'Product' },
  { key: 'channel', title: 'Channel', width: '120px' },
  { key: 'state', title: 'State', width: '140px' },
  { key: 'size', title: 'Size', width: '110px', numeric: true, sortable: true },
  { key: 'downloads', title: 'Downloads', width: '120px', numeric: true, sortable: true },
  { key: 'created', title: 'Created', width: '130px', sortable: true },
];

/** What an export says of a release, in this order. Times are ISO 8601 in UTC, the size is in bytes. */
export const DOWNLOAD_EXPORT: readonly ExportColumn<Release>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'productId', value: ({ productId }) => productId },
  { title: 'version', value: ({ version }) => version },
  { title: 'channel', value: ({ channel }) => channel },
  { title: 'state', value: ({ state }) => state },
  { title: 'environment', value: ({ environment }) => environment },
  { title: 'fileName', value: ({ fileName }) => fileName },
  { title: 'size', value: ({ size }) => size },
  { title: 'sha256', value: ({ sha256 }) => sha256 },
  { title: 'notes', value: ({ notes }) => notes },
  { title: 'downloads', value: ({ downloads }) => downloads },
  { title: 'lastDownloadAt', value: ({ lastDownloadAt }) => lastDownloadAt?.toISOString() ?? null },
  { title: 'releasedAt', value: ({ releasedAt }) => releasedAt?.toISOString() ?? null },
  { title: 'createdAt', value: ({ createdAt }) => createdAt.toISOString() },
];
