import { describe, expect, test } from 'vitest';
import type { DownloadAccess } from '@latchkey/domain/download/access';
import { downloadAccess, mayFetch } from '@latchkey/domain/download/access';
import { RELEASE_STATES } from '@latchkey/domain/download/release';
import type { License, LicenseStatus } from '@latchkey/domain/license/license';
import { aLicense, aProduct, DAY, later, NOW } from '../../support/builders.ts';
import { aRelease } from '../../support/releases.ts';

const OFFERED = aProduct();
const owned = (...statuses: readonly LicenseStatus[]): License[] =>
  statuses.map((status) => aLicense({ status }));

describe('who gets the downloads of a product', () => {
  test.each<[LicenseStatus, DownloadAccess]>([
    ['assigned', 'open'],
    ['active', 'open'],
    ['inactive', 'inactive'],
    ['suspended', 'suspended'],
    ['expired', 'expired'],
    ['revoked', 'revoked'],
    ['available', 'none'],
  ])('a license that is %s: %s', (status, access) => {
    expect(downloadAccess(OFFERED, owned(status), NOW)).toBe(access);
  });
  test('nobody without a license', () => {
    expect(downloadAccess(OFFERED, [], NOW)).toBe('none');
  });
  test('the best of several licenses decides, in whatever order they come', () => {
    expect(downloadAccess(OFFERED, owned('revoked', 'expired', 'active'), NOW)).toBe('open');
    expect(downloadAccess(OFFERED, owned('active', 'revoked'), NOW)).toBe('open');
    expect(downloadAccess(OFFERED, owned('revoked', 'suspended', 'expired'), NOW)).toBe('suspended');
  });
  test('by the clock: a due license that no sweep has seen opens nothing, one in its grace does', () => {
    const due = aLicense({ status: 'active', expiresAt: later(-1) });
    expect(downloadAccess(OFFERED, [due], NOW)).toBe('expired');
    const grace = aLicense({ status: 'active', expiresAt: later(-DAY), graceDays: 7 });
    expect(downloadAccess(OFFERED, [grace], NOW)).toBe('open');
    expect(downloadAccess(OFFERED, [grace], later(7 * DAY))).toBe('expired');
  });
  test('the switch of the product closes what a license opens, and opens nothing by itself', () => {
    const off = aProduct({ downloadsAllowed: false });
    expect(downloadAccess(off, owned('active'), NOW)).toBe('not-offered');
    expect(downloadAccess(null, owned('active'), NOW)).toBe('not-offered');
    expect(downloadAccess(OFFERED, owned('expired'), NOW)).toBe('expired');
  });
  test('an inactive or archived product goes on for whom it was sold to', () => {
    for (const status of ['inactive', 'archived'] as const) {
      expect(downloadAccess(aProduct({ status }), owned('active'), NOW)).toBe('open');
    }
  });
});

test.each(RELEASE_STATES)('a release that is %s', (state) => {
  const release = aRelease({ state });
  expect(mayFetch(release, OFFERED, owned('active'), NOW)).toBe(state === 'published');
  expect(mayFetch(release, OFFERED, owned('revoked'), NOW)).toBe(false);
});
