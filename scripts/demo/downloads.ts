import { releaseEvent, made } from '@latchkey/domain/download/accepted';
import type { Channel, ReleaseState } from '@latchkey/domain/download/release';
import type { Environment } from '@latchkey/domain/environment';
import { downloadPath } from '@latchkey/functions/firestore/collections';
import { auditWrites } from '@latchkey/functions/firestore/writes';
import { commandDownload } from '@latchkey/functions/operations/download/commandDownload';
import { finishUpload } from '@latchkey/functions/operations/download/finishUpload';
import { createDownload } from '@latchkey/functions/operations/download/startUpload';
import { demoArchive } from './archive.ts';
import { before, callAt, DAY, DEMO_ADMIN, draft, HOUR, inParallel } from './past.ts';

interface DemoRelease {
  readonly environment?: Environment;
  readonly productId: string;
  readonly version: string;
  readonly channel: Channel;
  readonly state?: Exclude<ReleaseState, 'uploading'>;
  readonly daysAgo: number;
  readonly kilobytes: number;
  readonly notes: string;
  /** Clicks of customers since. */
  readonly fetched?: number;
}

const EDITOR = 'acme-editor';
const RELEASES: readonly DemoRelease[] = [
  {
    productId: EDITOR,
    version: '4.2.0-beta.1',
    channel: 'beta',
    daysAgo: 2,
    kilobytes: 212,
    notes: 'Try it beside the stable version; files stay compatible.\n\n- Outline view\n- Faster search',
    fetched: 6,
  },
  {
    productId: EDITOR,
    version: '4.1.1',
    channel: 'hotfix',
    daysAgo: 4,
    kilobytes: 198,
    notes: 'Fixes a crash when a file on a network drive is saved.',
    fetched: 23,
  },
  {
    productId: EDITOR,
    version: '4.1.0',
    channel: 'stable',
    daysAgo: 33,
    kilobytes: 197,
    notes: '- Export to PDF with bookmarks\n- Spelling in twelve more languages\n- Starts twice as fast',
    fetched: 64,
  },
  {
    productId: EDITOR,
    version: '4.0.0',
    channel: 'stable',
    daysAgo: 140,
    kilobytes: 180,
    notes: 'A new look, tabs, and a dark theme. Settings of version 3 are taken over.',
    fetched: 121,
  },
  {
    productId: EDITOR,
    version: '3.9.2',
    channel: 'stable',
    state: 'withdrawn',
    daysAgo: 230,
    kilobytes: 164,
    notes: 'Last release of version 3.',
    fetched: 38,
  },
  {
    productId: EDITOR,
    version: '4.2.0-beta.2',
    channel: 'beta',
    state: 'draft',
    daysAgo: 0.1,
    kilobytes: 214,
    notes: 'Outline view remembers what is folded.',
  },
  {
    productId: 'acme-plugin',
    version: '2.3.0',
    channel: 'stable',
    daysAgo: 41,
    kilobytes: 36,
    notes: 'One-page checkout remembers the address.\nUpload the folder to your shop as always.',
    fetched: 17,
  },
  {
    productId: 'acme-plugin',
    version: '2.4.0-beta.1',
    channel: 'beta',
    daysAgo: 6,
    kilobytes: 37,
    notes: 'Gift cards. Please tell us what you think.',
    fetched: 3,
  },
  {
    environment: 'staging',
    productId: EDITOR,
    version: '4.2.0-beta.2',
    channel: 'beta',
    daysAgo: 1,
    kilobytes: 214,
    notes: 'For the test environment only.',
    fetched: 2,
  },
];

/** Releases with small real files in the bucket, uploaded and published as the product does it. */
export async function seedDownloads(now: Date): Promise<void> {
  await inParallel(
    RELEASES.map((release) => () => releaseOne(release, now)),
    4,
  );
}

async function releaseOne(release: DemoRelease, now: Date): Promise<void> {
  const { environment = 'production', productId, version, channel, notes, state = 'published' } = release;
  const at = before(now, release.daysAgo * DAY);
  const call = callAt(at, DEMO_ADMIN);
  const name = `${productId}-${version}`;
  const bytes = demoArchive(name, `${name}\n\n${notes}\n`, release.kilobytes * 1024);
  const file = { fileName: `${name}.tar.gz`, size: bytes.length };
  const asked = { productId, facts: { version, channel, notes }, file };
  const open = await createDownload(call, environment, asked, null);
  if (!open.ok) throw new Error(`demo release was refused: ${open.code}`);
  const uploaded = await fetch(open.uploadUrl, { method: 'PUT', body: new Uint8Array(bytes) });
  if (!uploaded.ok) throw new Error(`demo file was refused: ${uploaded.status}`);
  const id = open.downloadId;
  const finished = await finishUpload(call, environment, id, null);
  if (!finished.ok) throw new Error(`demo file was refused: ${finished.code}`);
  if (state !== 'draft') {
    const soon = callAt(new Date(at.getTime() + HOUR / 2), DEMO_ADMIN);
    await commandDownload(soon, environment, id, { type: 'publish' });
  }
  await clicks(release, environment, id, at, now);
  if (state === 'withdrawn') {
    const later = callAt(before(now, 100 * DAY), DEMO_ADMIN);
    await commandDownload(later, environment, id, { type: 'withdraw' });
  }
}

/** What customers with a license of the product took since, the later the fewer. */
async function clicks(
  { productId, version, fetched = 0 }: DemoRelease,
  environment: Environment,
  id: string,
  since: Date,
  now: Date,
): Promise<void> {
  const customers = customersOf(environment, productId);
  if (fetched === 0 || customers.length === 0) return;
  const span = Math.max(now.getTime() - since.getTime() - 2 * HOUR, HOUR);
  const moments = Array.from(
    { length: fetched },
    (_, index) => new Date(since.getTime() + HOUR + span * (index / fetched) ** 2),
  );
  const changes = { version: made(version) };
  const events = moments.flatMap((at, index) => {
    const customerId = customers[(index * 7) % customers.length] ?? '';
    const call = callAt(at, { kind: 'customer', uid: customerId, customerId });
    const event = releaseEvent('download.fetched', { id, productId }, { customerId, changes });
    return auditWrites(environment, call, [event]);
  });
  const lastDownloadAt = moments.at(-1) ?? null;
  const data = { downloads: fetched, lastDownloadAt };
  await draft.commit([{ kind: 'update', path: downloadPath(environment, id), data }, ...events]);
}

function customersOf(environment: Environment, productId: string): string[] {
  const found = draft.documents().flatMap((write) => {
    if (write.kind !== 'set' || !write.path.startsWith(`environments/${environment}/licenses/`)) return [];
    const license = write.data as { productId?: string; customerId?: string | null; status?: string };
    const living = license.status === 'active' && license.productId === productId;
    return living && typeof license.customerId === 'string' ? [license.customerId] : [];
  });
  return [...new Set(found)].sort();
}
