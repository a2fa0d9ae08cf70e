import { area } from './area.ts';
import { plural } from './plural.ts';

const n = plural('en');

/** What the console shows of files as well. */
export const files = area('files', {
  channel: { stable: 'Stable', beta: 'Beta', hotfix: 'Hotfix' },
  bytes: (count: number) => n(count, { one: '1 byte', other: `${count} bytes` }),
});
