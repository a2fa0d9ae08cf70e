import { describeValidity } from '@latchkey/domain/generator/validity';
import { area } from './area.ts';
import { plural } from './plural.ts';

const n = plural('en');

/** When a license ends; console and portal show it by the same part. */
export const expiry = area('expiry', {
  lifetime: 'Lifetime',
  validity: describeValidity,
  ended: (when: string) => `ended ${when}`,
  passed: 'date has passed',
  /** Beside a deadline; 0 = less than a day. */
  left: (days: number) =>
    days < 1 ? 'within a day' : `in ${n(days, { one: '1 day', other: `${days} days` })}`,
  /** In grace, after the date has passed. */
  worksFor: (days: number) =>
    days < 1
      ? 'works until today'
      : `works for ${n(days, { one: '1 more day', other: `${days} more days` })}`,
});
