import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extensionMailPath } from '@latchkey/functions/firestore/collections';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { startMailSink, type MailSink, type SinkOptions } from '../../scripts/stack/mail/mailSink.ts';
import { HOUR, later } from '../support/builders.ts';
import { documents, everything } from '../support/inventory.ts';
import { drainMail, mailRecords, mailTo } from '../support/mailWorld.ts';
import { seedCatalog, seedLicense } from '../support/seedLicenses.ts';
import { newWorld, type World } from '../support/world.ts';

let world: World;
let sink: MailSink;

async function open(options: Partial<SinkOptions> = {}): Promise<void> {
  sink = await startMailSink({ port: 0, ...options });
}
beforeEach(async () => {
  world = newWorld('mail');
  await seedCatalog(world);
});
afterEach(() => sink.close());

describe('a mail server that says no', () => {
  test('for good is believed: the mail has failed, with its words', async () => {
    await open({ refuse: () => ({ code: 550, text: 'no such mailbox here' }) });
    await mailTo(world, sink);
    const { id } = await seedLicense(world);
    await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
    expect(await drainMail(world)).toEqual([]);
    expect(await mailRecords(world)).toMatchObject([
      { status: 'failed', attempts: 1, problem: expect.stringContaining('no such mailbox') as string },
    ]);
    expect(await documents(world, 'outbox')).toEqual([]);
  });

  test('for now is asked again, later and later, and the mail arrives once', async () => {
    let busy = true;
    await open({ refuse: () => (busy ? { code: 451, text: 'try later' } : null) });
    await mailTo(world, sink);
    const { id } = await seedLicense(world);
    await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
    const start = new Date();
    expect(await drainMail(world, start)).toEqual([expect.stringContaining('try later')]);
    expect(await drainMail(world, start)).toEqual([]);
    expect(await mailRecords(world)).toMatchObject([{ status: 'queued', attempts: 1 }]);
    busy = false;
    await drainMail(world, later(HOUR, start));
    expect(await mailRecords(world)).toMatchObject([{ status: 'sent', attempts: 2, problem: null }]);
    expect(sink.arrived()).toHaveLength(1);
  });

  test('in the end is given up', async () => {
    await open({ refuse: () => ({ code: 451, text: 'try later' }) });
    await mailTo(world, sink);
    const { id } = await seedLicense(world);
    await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
    for (let hours = 0; hours < 14; hours++) await drainMail(world, later(2 * hours * HOUR, new Date()));
    expect(await mailRecords(world)).toMatchObject([{ status: 'failed', attempts: 14 }]);
    expect(await documents(world, 'outbox')).toEqual([]);
  });

  test('to the password is asked again: it may be put right', async () => {
    await open({ password: 'right' });
    await mailTo(world, sink, { mail: { user: 'acme' }, password: 'wrong' });
    const { id } = await seedLicense(world);
    await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
    const start = new Date();
    expect(await drainMail(world, start)).toHaveLength(1);
    expect(await everything(world)).not.toContain('"wrong"');
    await mailTo(world, sink, { mail: { user: 'acme' }, password: 'right' });
    await drainMail(world, later(HOUR, start));
    expect(await mailRecords(world)).toMatchObject([{ status: 'sent' }]);
  });
});

describe('Trigger Email', () => {
  beforeEach(() => open());
  async function handedOver(): Promise<string> {
    await mailTo(world, sink, { mail: { transport: 'collection', collection: 'mail' } });
    const { id } = await seedLicense(world);
    await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
    await drainMail(world);
    const [record] = await documents(world, 'mails');
    expect(record?.data).toMatchObject({ status: 'handed-over' });
    return extensionMailPath('mail', record?.id ?? '');
  }

  test.each([
    ['SUCCESS', { status: 'sent', problem: null }],
    ['ERROR', { status: 'failed', problem: 'Error: mailbox full' }],
  ])('gets the mail in its collection; %s is noted and the document goes', async (state, expected) => {
    const path = await handedOver();
    const [found] = await world.store.getAll<object>([path]);
    expect(found?.data).toMatchObject({
      to: [expect.any(String)],
      message: { subject: expect.any(String) as string },
    });
    await drainMail(world, later(HOUR, new Date()));
    expect(await mailRecords(world)).toMatchObject([{ status: 'handed-over' }]);
    const delivery = { state, error: state === 'ERROR' ? 'Error: mailbox full' : null };
    await world.store.commit([{ kind: 'update', path, data: { delivery } }]);
    await drainMail(world, later(3 * HOUR, new Date()));
    expect(await mailRecords(world)).toMatchObject([expected]);
    expect((await world.store.getAll([path]))[0]?.data).toBeUndefined();
    expect(sink.arrived()).toEqual([]);
  });
});
