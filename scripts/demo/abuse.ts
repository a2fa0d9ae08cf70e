import type { Actor } from '@latchkey/domain/access/actor';
import type { AbuseSettings } from '@latchkey/domain/abuse/activeRules';
import type { CaseCommand } from '@latchkey/domain/abuse/decide';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { commandCase } from '@latchkey/functions/operations/abuse/commandCase';
import { lookAtLicense } from '@latchkey/functions/operations/abuse/lookAtLicense';
import { envPath, licensePath } from '@latchkey/functions/firestore/collections';
import { toLicense } from '@latchkey/functions/firestore/records';
import type { Call } from '@latchkey/functions/operations/context';
import { issueAt } from './console.ts';
import { before, callAt, DAY, demoTools, HOUR } from './past.ts';
import { software } from './software.ts';

const MINUTE = 60_000;
const OPERATOR: Actor = { kind: 'person', uid: 'demo-operator', role: 'operator', name: 'Omar Operator' };
const RULES: AbuseSettings = { ...defaultsOf('abuse'), newDevices: true, cycles: true, suspend: true };

/**
 * What abuse rules have found while somebody had them on: a license that went round, one whose places take
 * turns, and a school that bought many at once. They are off again: whoever tries Latchkey is left alone.
 */
export async function seedAbuse(now: Date): Promise<void> {
  const shared = { email: 'orders@bargain-keys.example', name: 'Bargain Keys' };
  const sold = await newLicense(before(now, 40 * DAY), shared, -1);
  await activateMany(sold, before(now, 30 * HOUR), 24, 2 * MINUTE);
  await look(sold, before(now, 29 * HOUR));

  const studio = { email: 'it@pixel-studio.example', name: 'Pixel Studio' };
  const passed = await newLicense(before(now, 90 * DAY), studio, 2);
  await takeTurns(passed, before(now, 3 * DAY), 11);
  const turning = await look(passed, before(now, 2 * DAY));
  await decide(turning, before(now, 26 * HOUR), { type: 'take' });

  const school = { email: 'labs@riverside-school.example', name: 'Riverside School' };
  const lab = await newLicense(before(now, 60 * DAY), school, -1);
  await activateMany(lab, before(now, 12 * DAY), 30, MINUTE);
  const found = await look(lab, before(now, 12 * DAY - 31 * MINUTE));
  const note = 'A computer room was set up in one morning; the invoice is for 30 seats.';
  await decide(found, before(now, 11 * DAY), { type: 'dismiss', note, unsuspend: true });
}

interface DemoLicense {
  readonly id: string;
  readonly key: string;
}

async function newLicense(
  start: Date,
  customer: { email: string; name: string },
  activationLimit: number,
): Promise<DemoLicense> {
  const id = await issueAt(start, {
    environment: 'production',
    productId: 'acme-editor',
    generatorId: 'acme-editor-yearly',
    customer,
    activationLimit,
  });
  const [snapshot] = await demoTools().store.getAll<never>([licensePath('production', id)]);
  return { id, key: toLicense('production')(snapshot)?.record.key ?? '' };
}

async function activateMany({ key }: DemoLicense, from: Date, count: number, every: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const at = new Date(from.getTime() + index * every);
    await software({ ...device(key, index), label: `PC ${index + 1}` }, 'activate', at);
  }
}

/** One after another takes the place that the one before has left. */
async function takeTurns({ key }: DemoLicense, from: Date, turns: number): Promise<void> {
  for (let turn = 0; turn <= turns; turn++) {
    const at = (minutes: number): Date => new Date(from.getTime() + turn * HOUR + minutes * MINUTE);
    await software({ ...device(key, turn % 5), label: `Seat ${(turn % 5) + 1}` }, 'activate', at(0));
    if (turn < turns) await software(device(key, turn % 5), 'deactivate', at(50));
  }
}

function device(key: string, index: number) {
  const identifier = `HW-${(0x9e3779b1 * (index + 1) + key.charCodeAt(0)).toString(16).slice(-10).toUpperCase()}`;
  return { environment: 'production', key, type: 'hardware', identifier } as const;
}

/** The rules' look at a license, as it was then; gives back the case that it opened. */
async function look({ id }: DemoLicense, at: Date): Promise<string> {
  const call: Call = {
    ...callAt(at, { kind: 'clock' }),
    // As they were then; now they say that everything is off.
    settings: {
      ...demoTools().settings,
      read: (_store, environment, section) =>
        section === 'abuse'
          ? (Promise.resolve(RULES) as never)
          : demoTools().settings.read(demoTools().store, environment, section),
    },
  };
  await lookAtLicense(call, 'production', id, before(at, 5 * DAY));
  const [found] = await call.store.query<object>({
    parent: envPath('production'),
    collection: 'abuseCases',
    where: [['licenseId', '==', id]],
    limit: 1,
  });
  if (!found) throw new Error('a demo case was not opened');
  return found.id;
}

async function decide(caseId: string, at: Date, command: CaseCommand): Promise<void> {
  const outcome = await commandCase(callAt(at, OPERATOR), 'production', caseId, command);
  if (!outcome.ok) throw new Error(`demo case: ${outcome.code}`);
}
