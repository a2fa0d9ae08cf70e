import { beforeAll, describe, expect, test } from 'vitest';
import { mailChoicePath, mailPath } from '@latchkey/functions/firestore/collections';
import type { Write } from '@latchkey/functions/firestore/store';
import { commandCustomer } from '@latchkey/functions/operations/customer/commandCustomer';
import { createCustomer } from '@latchkey/functions/operations/customer/createCustomer';
import { ownMailChoice } from '@latchkey/functions/operations/mail/ownMailChoice';
import { DAY, HOUR, later } from '../support/builders.ts';
import { documents } from '../support/inventory.ts';
import { drainMail } from '../support/mailWorld.ts';
import { noAccounts } from '../support/noAccounts.ts';
import { newWorld, type World } from '../support/world.ts';

const NOW = new Date('2026-06-01T00:00:00Z');
const EMAIL = 'ada@example.com';

describe('a customer who is deleted', () => {
  let world: World;
  let id: string;
  const mails = async (): Promise<string[]> => {
    const found = [...(await documents(world, 'mails')), ...(await documents(world, 'mails', [], 'staging'))];
    return found.map((one) => one.id).toSorted();
  };
  beforeAll(async () => {
    world = newWorld('erase');
    const made = await createCustomer(world.call({ now: NOW }), 'production', { email: EMAIL, name: null });
    if (!made.ok) throw new Error('not made');
    id = made.customerId;
    await ownMailChoice(world.call({ now: NOW }), id, { reminders: false });
    const mail = (environment: 'production' | 'staging', name: string, data: object): Write => ({
      kind: 'set',
      path: mailPath(environment, name),
      data: { to: EMAIL, customerId: id, createdAt: NOW, ...data },
    });
    await world.store.commit([
      ...Array.from({ length: 250 }, (_, index) => mail('production', `theirs${index}`, {})),
      // An environment that does not know them: lost keys are mailed from anywhere.
      mail('staging', 'elsewhere', {}),
      mail('production', 'of-somebody-else', { customerId: 'other' }),
      mail('production', 'of-a-person', { customerId: null }),
      mail('production', 'of-who-came-back', { createdAt: later(2 * HOUR, NOW) }),
    ]);
    const deleted = { type: 'delete', confirmation: EMAIL } as const;
    const call = world.call({ now: later(HOUR, NOW) });
    expect(await commandCustomer(call, noAccounts, id, deleted)).toMatchObject({ ok: true });
  }, 60_000);

  test('takes along the records of their mails in every environment, and those of nobody else', async () => {
    expect(await drainMail(world, later(HOUR, NOW))).toEqual([]);
    expect(await mails()).toEqual(['of-a-person', 'of-somebody-else', 'of-who-came-back']);
  });

  test('leaves no choice of mail behind for whoever comes with the same address', async () => {
    const [choice] = await world.store.getAll([mailChoicePath(id)]);
    expect(choice?.data).toBeUndefined();
  });

  test('leaves nothing either of a mail that was under way: a day later it is looked for once more', async () => {
    const late: Write = {
      kind: 'set',
      path: mailPath('production', 'late'),
      data: { to: EMAIL, customerId: id, createdAt: NOW },
    };
    await world.store.commit([late]);
    const left = () =>
      documents<{ work: { kind: string } }>(world, 'outbox', [['work.kind', '==', 'erase-mails']]);
    expect(await left()).toHaveLength(1);
    await drainMail(world, later(DAY + 2 * HOUR, NOW));
    expect(await mails()).not.toContain('late');
    expect(await left()).toEqual([]);
  });
});
