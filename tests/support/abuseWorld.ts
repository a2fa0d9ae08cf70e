import { expect } from 'vitest';
import type { AbuseCase } from '@latchkey/domain/abuse/case';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { SettingsOf } from '@latchkey/domain/settings/sections';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { settingsPath } from '@latchkey/functions/firestore/collections';
import { detectAbuse } from '@latchkey/functions/operations/abuse/detectAbuse';
import { activateDevice } from '@latchkey/functions/operations/activateDevice';
import { deactivateDevice } from '@latchkey/functions/operations/deactivateDevice';
import { documents } from './inventory.ts';
import { questionOf } from './questions.ts';
import type { World } from './world.ts';
import { CLOCK, freshTools, SOFTWARE } from './world.ts';

export const RULES_OFF = defaultsOf('abuse');
/** 20 new devices in an hour suspend. */
export const RULES_ON = { ...RULES_OFF, newDevices: true, suspend: true };

export function setRules(world: World, values: SettingsOf<'abuse'>): Promise<void> {
  return world.store.commit([{ kind: 'set', path: settingsPath('production', 'abuse'), data: values }]);
}

export async function casesOf(world: World): Promise<AbuseCase[]> {
  const found = await documents<AbuseCase>(world, 'abuseCases');
  return found.flatMap(({ data, id }) => (data ? [{ ...data, id }] : []));
}

/** What happened, devices' comings and goings aside. */
export async function actionsOf(world: World): Promise<string[]> {
  const events = await documents<AuditEvent>(world, 'audit');
  return events
    .flatMap(({ data }) => data?.action ?? [])
    .filter((action) => !action.startsWith('activation.'))
    .sort();
}

/** The clock's look, by a process that has just started. */
export function look(world: World, now = new Date()) {
  const call = { ...world.call({ actor: CLOCK, now }), ...freshTools(world.store) };
  return detectAbuse(call, 'production', () => false, fail);
}
function fail(error: unknown): void {
  throw error;
}

export async function activateAll(
  world: World,
  key: string,
  identifiers: readonly string[],
  now = new Date(),
): Promise<void> {
  for (const identifier of identifiers) {
    const { wanted, question } = questionOf(world, 'activate', key, identifier);
    const details = { label: null, appVersion: null };
    const result = await activateDevice(world.call({ actor: SOFTWARE, now }), wanted, question, details);
    expect(result.code).toBe('ACTIVATED');
  }
}

export async function deactivateOne(world: World, key: string, identifier: string): Promise<void> {
  const { wanted, question } = questionOf(world, 'deactivate', key, identifier);
  const result = await deactivateDevice(world.call({ actor: SOFTWARE }), wanted, question);
  expect(result.code).toBe('DEACTIVATED');
}

/** HW-0, HW-1 ... */
export function names(count: number, prefix = 'HW'): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
}
