import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Activation } from '@latchkey/domain/activation/activation';
import type { License } from '@latchkey/domain/license/license';
import DiagnosisPanel from '../../web/src/licenses/console/diagnosis/DiagnosisPanel.vue';
import {
  checkQuestion,
  emptyQuestion,
  questionWords,
} from '../../web/src/licenses/console/diagnosis/question.ts';
import { useSession } from '../../web/src/session/session.ts';
import { aDevice, aLicense, NOW } from '../support/builders.ts';
import { mountPart } from './support/mount.ts';

let wrapper: VueWrapper;
let chosen: unknown[] = [];

function show(
  license: License,
  devices: readonly Activation[] = [],
  role = 'admin',
  about: object | null = null,
) {
  const pinia = createPinia();
  setActivePinia(pinia);
  useSession().accept({
    uid: 'u1',
    email: 'ada@example.test',
    name: null,
    hasPassword: true,
    claims: { role },
    authTime: NOW,
  });
  chosen = [];
  wrapper = mountPart(DiagnosisPanel, {
    props: { license, devices, found: null, about, onChoose: (command: unknown) => chosen.push(command) },
    global: { plugins: [pinia], stubs: { RouterLink: true } },
  });
}
function field(label: string) {
  const line = wrapper.findAll('.form-field').find((one) => one.get('label').text().startsWith(label));
  if (line === undefined) throw new Error(`No field "${label}"`);
  return line.get('input');
}
const verdict = () => wrapper.get('.verdict').text();
const step = (outcome: string) => wrapper.findAll(`.rules .${outcome}`);

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  wrapper?.unmount();
  vi.useRealTimers();
});

describe('what software hears now', () => {
  test('a license that works says so; every rule passed but the last, which decides', () => {
    show(aLicense());
    expect(verdict()).toContain('VALID');
    expect(verdict()).toContain('The license is valid.');
    expect(wrapper.find('.todo').exists()).toBe(false);
    expect(step('decides').map((one) => one.text())).toEqual([expect.stringContaining('VALID')]);
    expect(step('not-reached')).toHaveLength(0);
  });

  test('one that does not says since when and why, and its button gives the command that helps', async () => {
    show(aLicense({ status: 'suspended', publicReason: 'Payment failed' }));
    expect(verdict()).toContain('SUSPENDED');
    expect(verdict()).toContain('Payment failed');
    await wrapper.get('.todo button').trigger('click');
    expect(chosen).toEqual(['unsuspend']);
    expect(step('not-reached').length).toBeGreaterThan(0);
  });

  test('the button is closed with the reason to a role that may not', () => {
    show(aLicense({ status: 'suspended' }), [], 'viewer');
    expect(wrapper.get('.todo button').attributes('disabled')).toBeDefined();
    expect(wrapper.get('.todo').text()).toContain('Your role does not allow this.');
  });

  test('it follows the license', async () => {
    show(aLicense());
    await wrapper.setProps({ license: aLicense({ status: 'revoked' }) });
    expect(verdict()).toContain('REVOKED');
  });

  test('a product that requires an identifier is asked about a device in use', () => {
    const bound = aLicense({ requireIdentifier: true, activationCount: 1 });
    show(bound, [aDevice()]);
    expect(verdict()).toContain('VALID');
    expect(wrapper.get('.asked').text()).toContain('on HW-1');
  });

  test('a question about a device that left is answered for that device', () => {
    const left = aDevice({ identifier: 'HW-LEFT', status: 'deactivated' });
    show(aLicense(), [left], 'admin', { type: 'hardware', value: 'HW-LEFT' });
    expect(verdict()).toContain('DEVICE_DEACTIVATED');
    expect(wrapper.findAll('details')[1]?.attributes('open')).toBeDefined();
  });

  test('what is entered is answered as it is typed', async () => {
    show(aLicense({ activationLimit: 1, activationCount: 1 }), [aDevice()]);
    await field('Device identifier').setValue('HW-NEW');
    expect(verdict()).toContain('HARDWARE_MISMATCH');
    expect(wrapper.get('.todo').text()).toContain('Raise the limit');
    await field('Device identifier').setValue('HW-1');
    expect(verdict()).toContain('VALID');
    await field('Product id').setValue('another');
    expect(verdict()).toContain('PRODUCT_MISMATCH');
  });

  test('a code out of a program is explained', async () => {
    show(aLicense({ activationLimit: 1, activationCount: 1 }), [aDevice()]);
    const explained = () => wrapper.get('.explained').text();
    await field('The program says').setValue('Error LIMIT_EXCEEDED');
    expect(explained()).toContain('is what it hears now');
    await field('The program says').setValue('License Revoked: the seller has ended this license for good.');
    await flushPromises();
    expect(explained()).toContain('is not what it hears now');
    await field('The program says').setValue('it is broken');
    expect(explained()).toContain('There is no code in that');
  });
});

describe('a question', () => {
  const empty = emptyQuestion(aLicense());

  test('is asked as the license would have it where nothing is entered', () => {
    expect(checkQuestion(empty)).toEqual({
      asked: { action: 'validate', environment: 'production' },
      identifierError: null,
    });
  });

  test('is in normal form, as a door reads it', () => {
    const form = {
      ...empty,
      identifierType: 'domain',
      identifier: 'https://WWW.Shop.Example/x',
      product: ' p ',
      features: 'a, ,b',
    } as const;
    const { asked } = checkQuestion(form);
    expect(asked).toMatchObject({
      identifier: { type: 'domain', value: 'shop.example' },
      product: 'p',
      features: ['a', 'b'],
    });
    expect(questionWords(asked)).toBe('validate in production, on shop.example, for product p, with a, b');
  });

  test('an identifier without a normal form is said to be wrong, and not asked', () => {
    const checked = checkQuestion({ ...empty, identifierType: 'domain', identifier: '/no/host' });
    expect(checked.identifierError).toContain('not a domain');
    expect(checked.asked.identifier).toBeUndefined();
  });
});
