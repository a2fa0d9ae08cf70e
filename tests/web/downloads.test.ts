import { afterEach, describe, expect, test, vi } from 'vitest';
import { RELEASE_STATES } from '@latchkey/domain/download/release';
import { ACCESS_KINDS } from '@latchkey/domain/download/access';
import { filterOf, urlOf } from '../../web/src/downloads/console/downloadFilter.ts';
import { checkNew, emptyReleaseForm, fileError } from '../../web/src/downloads/console/releaseForm.ts';
import { releaseMenu } from '../../web/src/downloads/console/releaseMenu.ts';
import { checksumOf, sendFile } from '../../web/src/downloads/console/sendFile.ts';
import { sizeWords } from '../../web/src/downloads/sizeWords.ts';
import { downloads } from '../../web/src/words/downloads.en.ts';
import { person } from '../support/builders.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [202_126, '202 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [1_440_000, '1.4 MB'],
  [2 * 1024 ** 3, '2.1 GB'],
])('%i bytes are told as %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

test('every reason why downloads are missing has a sentence of its own', () => {
  const sentences = ACCESS_KINDS.map((access) => downloads.english.why[access]);
  expect(new Set(sentences).size).toBe(ACCESS_KINDS.length);
});

describe('the address of the list', () => {
  test('brings filters and order back, and leaves out what anybody may have written', () => {
    const filter = {
      search: '4.1',
      product: 'acme-editor',
      channel: 'beta',
      state: 'draft',
      sort: { key: 'version', direction: 'asc' },
    } as const;
    expect(filterOf(urlOf(filter))).toEqual(filter);
    expect(filterOf({ channel: 'nightly', state: 'secret', product: '../x', sort: 'objectPath' })).toEqual(
      filterOf({}),
    );
    expect(urlOf(filterOf({}))).toEqual({});
  });
});

test('the menu shows what fits the state, and to who only looks the reason why not', () => {
  const shown = RELEASE_STATES.map((state) => releaseMenu({ state }, person('admin')).map(({ key }) => key));
  expect(shown).toEqual([
    ['edit', 'publish', 'discard'],
    ['edit', 'publish', 'delete'],
    ['edit', 'withdraw', 'delete'],
    ['edit', 'publish', 'delete'],
  ]);
  for (const state of RELEASE_STATES) {
    for (const item of releaseMenu({ state }, person('viewer'))) expect(item.closed).toMatch(/role/);
  }
});

describe('a new release', () => {
  const file = new File(['x'], 'a.zip');
  const form = { ...emptyReleaseForm('acme-editor'), version: ' 1.0 ' };
  test('is in order with product, version and file', () => {
    expect(checkNew(form, file)).toMatchObject({ ok: true, facts: { version: '1.0', channel: 'stable' } });
  });
  test.each([
    ['productId', { ...form, productId: null }, file],
    ['version', { ...form, version: '' }, file],
    ['version', { ...form, version: 'a b' }, file],
    ['notes', { ...form, notes: 'x'.repeat(10_001) }, file],
    ['notes', { ...form, notes: '\u0007' }, file],
    ['file', form, null],
    ['file', form, new File([], 'empty.zip')],
  ] as const)('lacks its %s: said beside the field', (field, given, chosen) => {
    const checked = checkNew(given, chosen);
    expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([field]);
  });
  test('a file over 2 GB is told before a byte is sent', () => {
    expect(fileError({ size: 2 * 1024 ** 3 + 1 } as File)).toMatch(/2 GB/);
    expect(fileError({ size: 2 * 1024 ** 3 } as File)).toBeNull();
  });
});

describe('a file on its way', () => {
  class FakeRequest {
    static last: FakeRequest;
    readonly upload: { onprogress: ((event: { loaded: number }) => void) | null } = { onprogress: null };
    onload: (() => void) | null = null;
    onerror: (() => void) | null = null;
    onabort: (() => void) | null = null;
    onloadend: (() => void) | null = null;
    status = 200;
    sent: Blob | null = null;
    readonly opened: string[] = [];
    constructor() {
      FakeRequest.last = this;
    }
    open(method: string, address: string): void {
      this.opened.push(method, address);
    }
    setRequestHeader(): void {
      this.opened.push('header');
    }
    send(file: Blob): void {
      this.sent = file;
    }
    abort(): void {
      this.onabort?.();
    }
  }
  afterEach(() => vi.unstubAllGlobals());
  function start(signal = new AbortController().signal) {
    vi.stubGlobal('XMLHttpRequest', FakeRequest);
    const told: number[] = [];
    const file = new Blob(['0123456789']);
    const done = sendFile('https://place', file, { signal, onProgress: (bytes) => told.push(bytes) });
    return { done, told, file, request: FakeRequest.last };
  }

  test('tells how far it is and never more than the whole', async () => {
    const { done, told, file, request } = start();
    expect(request.opened.slice(0, 2)).toEqual(['PUT', 'https://place']);
    expect(request.sent).toBe(file);
    for (const loaded of [4, 10, 12]) request.upload.onprogress?.({ loaded });
    request.onload?.();
    await done;
    expect(told).toEqual([4, 10, 10]);
  });
  test.each([403, 412, 500])('answered %i: it did not arrive, and may be tried again', async (status) => {
    const { done, request } = start();
    request.status = status;
    request.onload?.();
    await expect(done).rejects.toMatchObject({ problem: { code: 'UPLOAD_FAILED', retryable: true } });
  });
  test('is stopped by the person, also before it began', async () => {
    const stopper = new AbortController();
    const { done } = start(stopper.signal);
    stopper.abort();
    await expect(done).rejects.toMatchObject({ problem: { code: 'UPLOAD_CANCELLED' } });
    const again = start(stopper.signal);
    await expect(again.done).rejects.toMatchObject({ problem: { code: 'UPLOAD_CANCELLED' } });
    expect(again.request.sent).toBeNull();
  });
  test('is measured here while it is small, by the server always', async () => {
    const sum = await checksumOf(new Blob(['abc']));
    expect(sum).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await checksumOf({ size: 65 * 1024 ** 2 } as Blob)).toBeNull();
  });
});
