import { describe, expect, test } from 'vitest';
import type { AbuseCase, CaseStatus } from '@latchkey/domain/abuse/case';
import { CASE_STATUSES } from '@latchkey/domain/abuse/case';
import type { CaseCommand } from '@latchkey/domain/abuse/decide';
import { caseRefusal, decideCase } from '@latchkey/domain/abuse/decide';
import type { DetectionFacts } from '@latchkey/domain/abuse/detect';
import { decideDetection } from '@latchkey/domain/abuse/detect';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import { checkValues, defaultsOf } from '@latchkey/domain/settings/values';
import { ACTOR_NAMES, ACTORS, aLicense, HOUR, later, NOW, person } from '../../support/builders.ts';

const FINDING: DetectionFacts['finding'] = {
  rule: 'new-devices',
  threshold: 20,
  windowMs: HOUR,
  weight: 80,
  count: 20,
  points: 80,
  at: NOW,
  reachedAt: NOW,
};
const EVIDENCE = { from: later(-HOUR), to: NOW, slices: [], devices: ['d'], countries: [] };
const SUSPENDS = { suspend: true, suspendScore: 80, suspendReason: 'Get in touch.' };

function detect(more: Partial<DetectionFacts> = {}, status: LicenseStatus = 'active') {
  const facts = {
    license: aLicense({ status }),
    finding: FINDING,
    evidence: EVIDENCE,
    score: 80,
    latest: null,
    newId: 'case-1',
    settings: SUSPENDS,
  };
  return decideDetection({ ...facts, ...more }, NOW);
}

function aCase(more: Partial<AbuseCase> = {}): AbuseCase {
  const found = detect({ settings: { ...SUSPENDS, suspend: false } });
  if (found.kind === 'nothing') throw new Error('no case came of it');
  return { ...found.case, ...more };
}

describe('a rule that is met', () => {
  test('opens a case with its evidence, suspends with the public reason, and both are told', () => {
    expect(detect()).toMatchObject({
      kind: 'opened',
      case: { status: 'open', undecided: true, count: 20, score: 80, suspendedAt: NOW, devices: ['d'] },
      audit: [{ action: 'abuse.detected', licenseId: aLicense().id, about: 'abuse/case-1' }],
      suspend: { type: 'suspend', publicReason: 'Get in touch.' },
    });
  });

  test.each([
    ['suspension is off', { settings: { ...SUSPENDS, suspend: false } }],
    ['the score is one point too low', { score: 79 }],
  ])('only opens a case while %s', (_, more) => {
    expect(detect(more)).toMatchObject({ kind: 'opened', suspend: null, case: { suspendedAt: null } });
  });

  test.each<[LicenseStatus, string]>([
    ['assigned', 'opened'],
    ['inactive', 'nothing'],
    ['suspended', 'nothing'],
    ['expired', 'nothing'],
    ['revoked', 'nothing'],
  ])('of a license that is %s: %s', (status, kind) => {
    expect(detect({}, status)).toMatchObject({ kind, ...(kind === 'opened' && { suspend: null }) });
  });

  test('again changes nothing, and more of it lets the case grow', () => {
    const latest = aCase();
    const settings = { ...SUSPENDS, suspend: false };
    expect(detect({ latest, settings })).toEqual({ kind: 'nothing' });
    const more = detect({ latest, settings, finding: { ...FINDING, count: 30 }, score: 100 });
    expect(more).toMatchObject({ kind: 'grown', case: { id: 'case-1', count: 30, score: 100 }, audit: [] });
  });

  test('suspends once for a case: whoever lifts it by hand is not overruled', () => {
    const finding = { ...FINDING, count: 30 };
    expect(detect({ latest: aCase(), finding })).toMatchObject({ suspend: { type: 'suspend' } });
    expect(detect({ latest: aCase({ suspendedAt: NOW }), finding })).toMatchObject({ suspend: null });
  });

  test('after a decision opens another case', () => {
    const latest = aCase({ status: 'dismissed', undecided: false, decidedAt: NOW });
    expect(detect({ latest, newId: 'case-2' })).toMatchObject({ kind: 'opened', case: { id: 'case-2' } });
  });
});

const COMMANDS: readonly CaseCommand[] = [
  { type: 'take' },
  { type: 'release' },
  { type: 'confirm', note: 'Sold on a forum.', suspend: null },
  { type: 'dismiss', note: 'A school.', unsuspend: false },
  { type: 'reopen' },
];
const LEADS: Readonly<Record<CaseCommand['type'], Partial<Record<CaseStatus, CaseStatus>>>> = {
  take: { open: 'in-review', 'in-review': 'in-review' },
  release: { 'in-review': 'open' },
  confirm: { open: 'confirmed', 'in-review': 'confirmed' },
  dismiss: { open: 'dismissed', 'in-review': 'dismissed' },
  reopen: { confirmed: 'in-review', dismissed: 'in-review' },
};
const TABLE = COMMANDS.flatMap((command) =>
  CASE_STATUSES.map((from) => ({ command, from, type: command.type })),
);

describe('a case', () => {
  test.each(TABLE)('that is $from and gets $type goes where the table says', ({ command, from }) => {
    const undecided = from === 'open' || from === 'in-review';
    const reviewer = from === 'open' ? null : { uid: 'somebody', name: 'Somebody' };
    const found = aCase({ status: from, undecided, reviewer });
    const to = LEADS[command.type][from];
    const decision = decideCase(found, command, ACTORS.operator, NOW);
    if (to === undefined) expect(decision).toMatchObject({ ok: false });
    else {
      expect(decision).toMatchObject({
        ok: true,
        case: { status: to },
        audit: [{ about: `abuse/${found.id}` }],
      });
    }
  });

  test.each(ACTOR_NAMES)('is decided by %s only if they may suspend licenses', (name) => {
    const may = ['owner', 'admin', 'operator', 'api-key'].includes(name);
    expect(caseRefusal('open', 'dismiss', ACTORS[name])).toEqual(
      may ? null : expect.objectContaining({ code: 'FORBIDDEN' }),
    );
  });

  test.each([
    { type: 'confirm', note: ' ', suspend: null },
    { type: 'dismiss', note: '', unsuspend: true },
  ] as const)('is not decided without a note ($type)', (command) => {
    expect(decideCase(aCase(), command, person('operator'), NOW)).toMatchObject({ code: 'NOTE_REQUIRED' });
  });

  test('names what has to happen to the license with the decision', () => {
    const suspend = { type: 'confirm', note: 'Sold on.', suspend: 'Shared with strangers.' } as const;
    expect(decideCase(aCase(), suspend, person('operator'), NOW)).toMatchObject({
      license: { type: 'suspend', publicReason: 'Shared with strangers.', note: 'Sold on.' },
    });
    const release = { type: 'dismiss', note: 'A school.', unsuspend: true } as const;
    expect(decideCase(aCase(), release, person('operator'), NOW)).toMatchObject({
      license: { type: 'unsuspend' },
    });
  });
});

test.each([
  ['suspends without a reason for the customer', { suspend: true, suspendReason: '' }, 'suspendReason'],
  ['counts networks that are not remembered', { networks: true }, 'recordOrigins'],
])('settings are refused where a rule %s', (_, more, name) => {
  const checked = checkValues('abuse', { ...defaultsOf('abuse'), ...more });
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([name]);
});
