import { expect } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Channel, Release } from '@latchkey/domain/download/release';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import { downloadPath } from '@latchkey/functions/firestore/collections';
import type { Call } from '@latchkey/functions/operations/context';
import { commandDownload } from '@latchkey/functions/operations/download/commandDownload';
import { finishUpload } from '@latchkey/functions/operations/download/finishUpload';
import { createDownload } from '@latchkey/functions/operations/download/startUpload';
import { documents } from './inventory.ts';
import { memoryFiles } from './memoryFiles.ts';
import { seedLicense } from './seedLicenses.ts';
import { newWorld } from './world.ts';

const ENV = 'production';
/** What a customer is told of every release that is not for them. */
export const NOT_YOURS = { ok: false, code: 'NOT_FOUND' };

/** A world with a bucket of its own, and the few steps that every story of a release begins with. */
export function releaseWorld(name: string) {
  const world = newWorld(name);
  const files = memoryFiles();
  const productId = 'acme-editor';
  let serial = 0;

  const admin = (): Call => ({ ...world.call(), files });
  const portal = (customerId: string, now = new Date()): Call => ({
    ...world.call({ actor: { kind: 'customer', uid: customerId, customerId }, now }),
    files,
  });

  /** A customer for one test, with a license in this state. */
  async function customerWith(status: LicenseStatus, overrides: object = {}) {
    const customerId = `customer-${++serial}`;
    const license = await seedLicense(world, { status, customerId, ...overrides });
    return { customerId, license };
  }
  async function uploaded(channel: Channel = 'stable', bytes = 'the program'): Promise<string> {
    const facts = { version: `1.${++serial}.0`, channel, notes: 'Notes.' };
    const asked = { productId, facts, file: { fileName: 'Acme Editor.zip', size: bytes.length } };
    const open = await createDownload(admin(), ENV, asked, null);
    if (!open.ok) throw new Error(open.code);
    files.arrive(open.uploadUrl, bytes);
    expect(await finishUpload(admin(), ENV, open.downloadId, null)).toMatchObject({ ok: true });
    return open.downloadId;
  }
  async function published(): Promise<string> {
    const id = await uploaded();
    expect(await commandDownload(admin(), ENV, id, { type: 'publish' })).toEqual({ ok: true });
    return id;
  }
  async function release(id: string): Promise<Release | undefined> {
    return (await world.store.getAll<Release>([downloadPath(ENV, id)]))[0]?.data;
  }
  async function told(id: string): Promise<AuditEvent[]> {
    const found = await documents<AuditEvent>(world, 'audit', [['about', '==', `download/${id}`]]);
    return found.flatMap(({ data }) => data ?? []);
  }
  return { world, files, productId, admin, portal, customerWith, uploaded, published, release, told };
}
