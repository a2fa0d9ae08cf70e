import type { AbuseFact } from './facts.ts';
import type { Finding } from './measure.ts';
import { marksSince } from './measure.ts';

/** How much was counted in a slice of the window that begins at `at`. */
export interface EvidenceSlice {
  readonly at: Date;
  readonly count: number;
}

/** What a case keeps of the window in which its count was highest. */
export interface Evidence {
  readonly from: Date;
  readonly to: Date;
  readonly slices: readonly EvidenceSlice[];
  /** Ids of the devices that came in the window, oldest first; at most 50. */
  readonly devices: readonly string[];
  /** Codes of the countries, where they are known; at most 50. */
  readonly countries: readonly string[];
}

const MOST = 50;
const SLICES = 12;

/** What made a rule reach its threshold; a name that comes again counts where it came first. */
export function evidenceOf(finding: Finding, facts: readonly AbuseFact[], since: Date | undefined): Evidence {
  const to = finding.at;
  const from = new Date(to.getTime() - finding.windowMs);
  const inside = ({ at }: { readonly at: Date }): boolean => at > from && at <= to;
  const seen = new Set<string>();
  const slices = Array.from({ length: SLICES }, () => 0);
  for (const { at, name, amount } of marksSince(finding, facts, since).filter(inside)) {
    if (name !== null && seen.has(name)) continue;
    if (name !== null) seen.add(name);
    const place = Math.ceil(((at.getTime() - from.getTime()) / finding.windowMs) * SLICES) - 1;
    slices[place] = (slices[place] ?? 0) + amount;
  }
  const open = facts.filter(inside).filter(({ at }) => since === undefined || at > since);
  return {
    from,
    to,
    slices: slices.map((count, index) => ({
      at: new Date(from.getTime() + (index * finding.windowMs) / SLICES),
      count,
    })),
    devices: distinct(open.flatMap((fact) => (fact.kind === 'activated' ? [fact.deviceId] : []))),
    countries: distinct(open.flatMap((fact) => (fact.kind === 'origin' ? (fact.country ?? []) : []))),
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, MOST);
}
