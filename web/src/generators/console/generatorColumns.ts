import type { Generator } from '@latchkey/domain/generator/generator';
import type { ExportColumn } from '../../lists/export/exportFormat.ts';
import { limitColumn } from '../../lists/export/limitColumn.ts';
import type { Column } from '../../ui/listTable.ts';
import { FORMAT_WORDS, formatMask, limitWords, validityWords } from '../generatorWords.ts';

export const GENERATOR_COLUMNS: readonly Column<Generator>[] = [
  { key: 'name', title: 'Generator', sortable: true },
  { key: 'product', title: 'Product', sortable: true },
  { key: 'type', title: 'Keys', width: '110px', text: ({ format }) => FORMAT_WORDS[format.type] },
  {
    key: 'limit',
    title: 'Limit',
    width: '90px',
    numeric: true,
    text: ({ activationLimit }) => limitWords(activationLimit),
  },
  { key: 'validity', title: 'Validity', width: '210px', text: validityWords },
  { key: 'generated', title: 'Generated', width: '100px', numeric: true },
  { key: 'status', title: 'Status', width: '120px' },
  { key: 'created', title: 'Created', width: '130px', sortable: true },
];

/** What an export says of a generator, in this order. Times are ISO 8601 in UTC. */
export const GENERATOR_EXPORT: readonly ExportColumn<Generator>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'name', value: ({ name }) => name },
  { title: 'description', value: ({ description }) => description },
  { title: 'productId', value: ({ productId }) => productId },
  { title: 'productName', value: ({ productName }) => productName },
  { title: 'environment', value: ({ environment }) => environment },
  { title: 'status', value: ({ status }) => status },
  { title: 'type', value: ({ format }) => format.type },
  { title: 'form', value: ({ format }) => formatMask(format) },
  limitColumn(),
  { title: 'validity', value: validityWords },
  { title: 'features', value: ({ features }) => features },
  { title: 'metadata', value: ({ metadata }) => metadata },
  { title: 'createdAt', value: ({ createdAt }) => createdAt.toISOString() },
];
