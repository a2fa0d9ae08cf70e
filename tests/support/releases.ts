import { withReleaseDerived, type Release } from '@latchkey/domain/download/release';
import { DAY, later } from './builders.ts';

type Base = Parameters<typeof withReleaseDerived>[0];

/** A published stable release of Acme Editor. */
export function aRelease(overrides: Partial<Base> = {}): Release {
  const uploading = overrides.state === 'uploading';
  return withReleaseDerived({
    id: 'release-1',
    environment: 'production',
    productId: 'acme-editor',
    version: '4.1.0',
    channel: 'stable',
    fileName: 'acme-editor-4.1.0.zip',
    size: 11,
    sha256: uploading ? null : 'a'.repeat(64),
    notes: 'New look.',
    state: 'published',
    objectPath: 'releases/production/secret-place',
    releasedAt: uploading || overrides.state === 'draft' ? null : later(-2 * DAY),
    downloads: 0,
    lastDownloadAt: null,
    createdAt: later(-3 * DAY),
    updatedAt: later(-2 * DAY),
    revision: 1,
    ...overrides,
  });
}
