import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { AUDIT_ACTIONS } from '@latchkey/domain/audit/event';
import { licenseEvent } from '@latchkey/domain/audit/draft';
import { createEndpoint, decideEndpoint } from '@latchkey/domain/webhook/decide';
import { hears } from '@latchkey/domain/webhook/endpoint';
import { eventGroups, TEST_EVENT, WEBHOOK_EVENTS, webhookEventOf } from '@latchkey/domain/webhook/events';
import { payloadOf } from '@latchkey/domain/webhook/payload';
import { aLicense, later, NOW } from '../../support/builders.ts';

const told = ['license', 'activation', 'contract', 'job', 'abuse'];

test.each(AUDIT_ACTIONS)('%s is told exactly if its noun is one that receivers are told of', (action) => {
  const noun = action.slice(0, action.indexOf('.'));
  expect(webhookEventOf(action) !== null).toBe(told.includes(noun));
});

test('event types are words of letters and underscores with full stops, none twice', () => {
  for (const event of [...WEBHOOK_EVENTS, TEST_EVENT]) expect(event).toMatch(/^[a-z_]+(\.[a-z_]+)+$/);
  expect(new Set(WEBHOOK_EVENTS).size).toBe(WEBHOOK_EVENTS.length);
  expect(eventGroups().flatMap(({ events }) => events)).toEqual(WEBHOOK_EVENTS);
  expect(
    eventGroups()
      .map(({ about }) => about)
      .toSorted(),
  ).toEqual(told.toSorted());
});

test('a message says what happened, to whom and by whom; no whole key, no internal note', () => {
  const license = aLicense({ status: 'suspended' });
  const draft = licenseEvent('license.suspended', license, {
    from: 'active',
    to: 'suspended',
    reason: 'The payment bounced.',
    note: 'Called twice.',
  });
  const actor = { kind: 'person', uid: 'u', role: 'owner', name: 'Olga' } as const;
  const event: AuditEvent = { ...draft, id: 'e1', at: NOW, actor, requestId: 'r1' };
  const payload = payloadOf('production', 'license.suspended', event);
  expect(payload).toEqual({
    type: 'license.suspended',
    timestamp: NOW.toISOString(),
    data: {
      environment: 'production',
      licenseId: license.id,
      keyHint: license.keyHint,
      productId: license.productId,
      customerId: license.customerId,
      activationId: null,
      about: null,
      from: 'active',
      to: 'suspended',
      reason: 'The payment bounced.',
      changes: {},
      by: { kind: 'person', name: 'Olga' },
      requestId: 'r1',
    },
  });
  expect(JSON.stringify(payload)).not.toContain(license.key);
});

const FACTS = { name: 'CRM', description: '', url: 'https://example.com/hooks', events: null };
const placed = { id: 'w1', environment: 'production' } as const;

function anEndpoint(change: Partial<typeof FACTS> = {}) {
  const made = createEndpoint(placed, { ...FACTS, ...change }, null, NOW);
  if (!made.ok) throw new Error(made.code);
  return made.endpoint;
}

describe('an endpoint', () => {
  test('hears what it asked for while it is enabled; all of it, later ones too, when it asked for all', () => {
    const all = anEndpoint();
    const some = { ...all, events: ['license.created'] as const };
    expect(hears(all, 'job.done')).toBe(true);
    expect(hears(some, 'license.created')).toBe(true);
    expect(hears(some, 'license.deleted')).toBe(false);
    expect(hears({ ...all, status: 'disabled' }, 'job.done')).toBe(false);
  });

  test.each([
    [{ url: 'http://example.com' }, 'URL_REFUSED'],
    [{ url: 'https://10.0.0.1/' }, 'URL_REFUSED'],
    [{ events: [] }, 'NO_EVENTS'],
  ] as const)('with %o is refused', (change, code) => {
    expect(createEndpoint(placed, { ...FACTS, ...change }, null, NOW)).toMatchObject({ ok: false, code });
    const edit = { type: 'edit', revision: null, changes: change } as const;
    expect(decideEndpoint(anEndpoint(), edit, null, NOW)).toMatchObject({ ok: false, code });
  });

  test('is enabled in good health, whatever disabled it', () => {
    const broken = {
      ...anEndpoint(),
      status: 'disabled',
      disabledWhy: 'failing',
      disabledAt: NOW,
      failingSince: NOW,
      pausedUntil: later(1),
    } as const;
    expect(decideEndpoint(broken, { type: 'enable' }, null, NOW)).toMatchObject({
      endpoint: {
        status: 'enabled',
        disabledWhy: null,
        disabledAt: null,
        failingSince: null,
        pausedUntil: null,
      },
      audit: [{ action: 'webhook.enabled', about: 'webhook/w1' }],
    });
  });

  test('is deleted by whoever types its name, and by nobody else', () => {
    const wrong = decideEndpoint(anEndpoint(), { type: 'delete', confirmation: 'crm' }, null, NOW);
    expect(wrong).toMatchObject({ ok: false, code: 'CONFIRMATION_MISMATCH' });
    const right = decideEndpoint(anEndpoint(), { type: 'delete', confirmation: ' CRM ' }, null, NOW);
    expect(right).toMatchObject({ ok: true, endpoint: null, audit: [{ action: 'webhook.deleted' }] });
  });

  test('is not saved over what somebody else has saved meanwhile', () => {
    const edit = { type: 'edit', revision: 0, changes: { name: 'x' } } as const;
    expect(decideEndpoint(anEndpoint(), edit, null, NOW)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const fresh = { ...edit, revision: 1 };
    expect(decideEndpoint(anEndpoint(), fresh, null, NOW)).toMatchObject({
      endpoint: { name: 'x', revision: 2 },
    });
  });
});
