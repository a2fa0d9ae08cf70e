import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { h } from 'vue';
import type { OfflineFileAnswer, OfflineFileRequest } from '@latchkey/domain/wire/console/offlineFile';
import { highlight } from '../../web/src/licenses/console/preview/highlight.ts';
import { readyFile } from '../../web/src/licenses/offlineFile.ts';
import PreviewTabs from '../../web/src/licenses/console/preview/PreviewTabs.vue';
import { SAMPLE_LANGUAGES, SAMPLES } from '../../web/src/licenses/console/samples/samples.ts';
import { KEY_PLACEHOLDER, sampleSubject } from '../../web/src/licenses/console/samples/subject.ts';
import { aDevice, aLicense } from '../support/builders.ts';
import { mountPart } from './support/mount.ts';

// The question "is it you?" is switched off here; reauthentication.test.ts is about it.
vi.mock('../../web/src/session/securitySettings.ts', () => ({
  readReauthMinutes: () => Promise.resolve(null),
}));

const LICENSE = aLicense();
const STAYS = aDevice({ id: 'stays', identifier: 'HW-STAYS', label: 'Désk' });
const LEFT = aDevice({ id: 'left', identifier: 'HW-LEFT', status: 'deactivated' });
const END = 1_800_000_000;

/** An answer whose payload has every letter that base64url writes differently. */
function answer(): OfflineFileAnswer {
  const payload = Buffer.from(JSON.stringify({ name: 'ÿþ>?~ Acme', exp: END })).toString('base64url');
  const file = { payload, protected: 'header', signature: 'signature' };
  return { ok: true, fileName: 'latchkey-license.json', file };
}

let wrapper: VueWrapper;
function show(issue: (request: OfflineFileRequest) => Promise<OfflineFileAnswer> = async () => answer()) {
  wrapper = mountPart(PreviewTabs, {
    props: { license: LICENSE, devices: [LEFT, STAYS], apiUrl: 'https://lic.example', issue },
    slots: { devices: () => h('p', 'The devices') },
    global: { plugins: [createPinia()] },
  });
}
const panel = () => wrapper.get('[role=tabpanel]');
async function open(title: string): Promise<void> {
  const tab = wrapper.findAll('[role=tab]').find((one) => one.text() === title);
  await tab?.trigger('click');
  await flushPromises();
}
function button(name: string) {
  const found = wrapper
    .findAll('button')
    .find((one) => one.text() === name || one.attributes('aria-label') === name);
  if (found === undefined) throw new Error(`No button "${name}"`);
  return found;
}

afterEach(() => {
  wrapper?.unmount();
  vi.restoreAllMocks();
});

describe('the preview of a license', () => {
  test('begins with the facts, the key hidden', () => {
    show();
    expect(wrapper.findAll('[role=tab]').map((tab) => tab.text())).toEqual([
      ...['Details', 'What software hears', 'Code samples', 'Devices', 'States', 'Offline file'],
    ]);
    expect(panel().text()).toContain(LICENSE.customerEmail);
    expect(wrapper.text()).not.toContain(LICENSE.key);
  });

  test('each panel is named by its tab', async () => {
    show();
    for (const title of ['Code samples', 'Devices', 'Offline file', 'Details']) {
      await open(title);
      const named = document.getElementById(panel().attributes('aria-labelledby') ?? '');
      expect(named?.textContent).toBe(title);
      expect(named?.getAttribute('aria-controls')).toBe(panel().attributes('id'));
    }
  });

  test('a key that is shown among the facts stands in the code too, and goes from both', async () => {
    show();
    await open('Code samples');
    expect(panel().text()).toContain(KEY_PLACEHOLDER);
    expect(panel().text()).not.toContain(LICENSE.key);
    await open('Details');
    await button('Show license key').trigger('click');
    await flushPromises();
    await open('Code samples');
    expect(panel().text()).toContain(LICENSE.key);
    await button('Hide the key').trigger('click');
    expect(panel().text()).not.toContain(LICENSE.key);
  });

  test('code is about a device in use, never about one that has left', async () => {
    show();
    await open('Code samples');
    expect(panel().text()).toContain('HW-STAYS');
    expect(panel().text()).not.toContain('HW-LEFT');
  });
});

describe('the offline file', () => {
  test('is saved as the server made it, and says until when it is good', async () => {
    const asked: OfflineFileRequest[] = [];
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => (saved.push(blob as Blob), 'blob:x'));
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    show(async (request) => (asked.push(request), answer()));
    await open('Offline file');
    await wrapper.get('form').trigger('submit');
    await flushPromises();
    expect(asked).toEqual([{ environment: 'production', licenseId: LICENSE.id }]);
    expect(click).toHaveBeenCalledOnce();
    const given = answer();
    expect(JSON.parse((await saved[0]?.text()) ?? '')).toEqual(given.ok && given.file);
    expect(wrapper.get('.done').text()).toContain('15 Jan 2027');
  });

  test('a refusal shows its sentence and code, and nothing is saved', async () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    show(async () => ({ ok: false, code: 'REVOKED', reason: 'License Revoked: ended for good.' }));
    await open('Offline file');
    await wrapper.get('form').trigger('submit');
    await flushPromises();
    expect(wrapper.get('[role=alert]').text()).toMatch(/License Revoked: ended for good\.\s*REVOKED/);
    expect(click).not.toHaveBeenCalled();
    expect(wrapper.get('.done').text()).toBe('');
  });

  test('its end is read from its own payload', async () => {
    const file = await readyFile(async () => answer(), { environment: 'production', licenseId: 'x' });
    expect(file.goodUntil).toEqual(new Date(END * 1000));
  });
});

describe('colours of code', () => {
  test.each(SAMPLE_LANGUAGES)(
    '%s: the pieces joined are the code, and some have a kind',
    async (language) => {
      const subject = sampleSubject(LICENSE, STAYS, { apiUrl: 'https://lic.example', revealed: true });
      const code = SAMPLES[language].write(subject);
      const pieces = await highlight(code, language);
      expect(pieces.map(({ text }) => text).join('')).toBe(code);
      const kinds = new Set(pieces.map(({ kind }) => kind));
      for (const kind of ['comment', 'keyword', 'string-expression']) expect(kinds).toContain(kind);
    },
  );
});
