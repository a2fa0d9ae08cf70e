import type { AbuseFact } from './facts.ts';

export const ABUSE_RULE_NAMES = ['new-devices', 'cycles', 'networks', 'countries', 'over-limit'] as const;
export type AbuseRuleName = (typeof ABUSE_RULE_NAMES)[number];

/** One thing that a rule counts. With a name it counts once in a window, however often it comes. */
export interface Mark {
  readonly at: Date;
  readonly name: string | null;
  readonly amount: number;
}

export interface AbuseRule {
  readonly title: string;
  /** What is counted: "new device", "new devices". */
  readonly one: string;
  readonly many: string;
  /** Needs where activations come from, which is remembered only where the settings say so. */
  readonly needsOrigins: boolean;
  /** What it counts, oldest first. */
  readonly marks: (facts: readonly AbuseFact[], windowMs: number) => Mark[];
}

/** The rules: what each of them counts. How much of it is too much, and in which time, the settings say. */
export const ABUSE_RULES: Readonly<Record<AbuseRuleName, AbuseRule>> = {
  'new-devices': {
    title: 'Many new devices',
    one: 'new device',
    many: 'new devices',
    needsOrigins: false,
    marks: (facts) =>
      facts.flatMap((fact) =>
        fact.kind === 'activated' && fact.isNew ? [{ at: fact.at, name: fact.deviceId, amount: 1 }] : [],
      ),
  },
  cycles: {
    title: 'Devices taking turns',
    one: 'change of device',
    many: 'changes of device',
    needsOrigins: false,
    marks: turns,
  },
  networks: {
    title: 'Many networks',
    one: 'network',
    many: 'networks',
    needsOrigins: true,
    marks: (facts) =>
      facts.flatMap((fact) =>
        fact.kind === 'origin' ? [{ at: fact.at, name: fact.network, amount: 1 }] : [],
      ),
  },
  countries: {
    title: 'Many countries',
    one: 'country',
    many: 'countries',
    needsOrigins: true,
    marks: (facts) =>
      facts.flatMap((fact) =>
        fact.kind === 'origin' && fact.country !== null
          ? [{ at: fact.at, name: fact.country, amount: 1 }]
          : [],
      ),
  },
  'over-limit': {
    title: 'Far above the rate limit',
    one: 'refused request',
    many: 'refused requests',
    needsOrigins: false,
    marks: (facts) =>
      facts.flatMap((fact) =>
        fact.kind === 'over-limit' ? [{ at: fact.at, name: null, amount: fact.count }] : [],
      ),
  },
};

export function isAbuseRule(value: unknown): value is AbuseRuleName {
  return ABUSE_RULE_NAMES.some((name) => name === value);
}

/** A device that takes the slot another one (or itself) has left within the window: one turn each. */
function turns(facts: readonly AbuseFact[], windowMs: number): Mark[] {
  let freed: Date[] = [];
  return facts.flatMap((fact) => {
    if (fact.kind === 'left') freed.push(fact.at);
    if (fact.kind !== 'activated') return [];
    freed = freed.filter((at) => at.getTime() > fact.at.getTime() - windowMs);
    return freed.shift() === undefined ? [] : [{ at: fact.at, name: null, amount: 1 }];
  });
}
