import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import ConfirmDialog from '../../web/src/ui/ConfirmDialog.vue';
import { mountPart } from './support/mount.ts';

const REASON = { key: 'public', label: 'Reason', required: true, maxLength: 200 };
const NOTE = { key: 'internal', label: 'Note', required: false, maxLength: 200 };
let wrapper: VueWrapper | undefined;
let isOpen = true;

async function open(props: Record<string, unknown>) {
  const asked: unknown[] = [];
  isOpen = true;
  wrapper = mountPart(ConfirmDialog, {
    props: {
      modelValue: true,
      'onUpdate:modelValue': (value: boolean) => {
        isOpen = value;
        void wrapper?.setProps({ modelValue: value });
      },
      title: 'Revoke this license?',
      subject: 'DEMO-ACT…',
      consequence: '3 devices stop working now.',
      verb: 'Revoke license',
      action: (reasons: unknown) => void asked.push(reasons),
      ...props,
    },
  });
  await flushPromises();
  return { asked };
}

const find = <E extends Element>(selector: string) => document.querySelector<E>(`.dialog ${selector}`);

async function type(selector: string, text: string): Promise<void> {
  const field = find<HTMLInputElement>(selector);
  if (field === null) throw new Error(`No ${selector}`);
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await flushPromises();
}

async function submit(): Promise<void> {
  document.querySelector('form.dialog')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await flushPromises();
}

afterEach(() => {
  wrapper?.unmount();
  document.body.innerHTML = '';
});

describe('a dialog before something with consequences', () => {
  test('names the thing, says what happens, and its button says the verb', async () => {
    await open({});
    const text = document.querySelector('.dialog')?.textContent ?? '';
    expect(text).toContain('DEMO-ACT…');
    expect(text).toContain('3 devices stop working now.');
    expect(find('[type=submit]')?.textContent).toContain('Revoke license');
  });

  test('without the needed reason nothing is done; with it the reason is handed over, trimmed', async () => {
    const { asked } = await open({ reasons: [REASON, NOTE] });
    await submit();
    expect([asked, isOpen]).toEqual([[], true]);
    expect(find('[role=alert]')?.textContent).toContain('needed');
    await type('textarea', '  leaked  ');
    await submit();
    expect([asked, isOpen]).toEqual([[{ public: 'leaked' }], false]);
  });

  test('only blanks are no reason', async () => {
    const { asked } = await open({ reasons: [REASON] });
    await type('textarea', '   ');
    await submit();
    expect(asked).toEqual([]);
  });

  test('typed confirmation: the button works only after the right text', async () => {
    const { asked } = await open({ typed: { label: 'Last 4', expected: '0001' } });
    const button = find<HTMLButtonElement>('[type=submit]');
    expect(button?.disabled).toBe(true);
    await type('input', '0002');
    await submit();
    expect([button?.disabled, asked]).toEqual([true, []]);
    await type('input', '0001');
    expect(button?.disabled).toBe(false);
    await submit();
    expect(asked).toHaveLength(1);
  });

  test('a failure is shown inside, the dialog stays and the next try may succeed', async () => {
    let tries = 0;
    await open({
      action: () =>
        ++tries === 1
          ? Promise.reject(Object.assign(new Error('aborted'), { code: 'functions/aborted' }))
          : Promise.resolve(),
    });
    await submit();
    expect(isOpen).toBe(true);
    expect(find('[role=alert]')?.textContent).toContain('aborted');
    await submit();
    expect([tries, isOpen]).toEqual([2, false]);
  });

  test('pressed twice while busy: done once', async () => {
    let tries = 0;
    let finish: () => void = () => undefined;
    await open({ action: () => (tries++, new Promise<void>((resolve) => (finish = resolve))) });
    await submit();
    await submit();
    expect([tries, isOpen]).toEqual([1, true]);
    finish();
    await flushPromises();
    expect(isOpen).toBe(false);
  });

  test('cancel does nothing', async () => {
    const { asked } = await open({});
    find<HTMLElement>('[data-cancel]')?.click();
    await flushPromises();
    expect([asked, isOpen]).toEqual([[], false]);
  });
});
