import type { Catalog } from './catalog.ts';
import { plural } from './plural.ts';

const n = plural('de');

export const files = {
  channel: { stable: 'Stabil', beta: 'Beta', hotfix: 'Hotfix' },
  bytes: (count: number) => n(count, { one: '1 Byte', other: `${count} Byte` }),
} satisfies Catalog['files'];
