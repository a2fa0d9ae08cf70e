import type { AbuseFact } from './facts.ts';

/**
 * environments/{env}/abuseSignals/{id}: what rules need and no audit event tells. Forgotten after 31 days, the
 * month that rules can be tried against.
 */
export type AbuseSignal = (
  | {
      readonly kind: 'origin';
      /** Keyed hash of the license and a shortened address: nothing tells which, and no two licenses compare. */
      readonly network: string;
      /** Two letters, where the platform's proxy names it. */
      readonly country: string | null;
    }
  | {
      readonly kind: 'over-limit';
      /** Requests that one instance refused within a minute because they came too fast. */
      readonly count: number;
    }
) & { readonly licenseId: string; readonly at: Date; readonly forgottenAt: Date };

const KEPT_MS = 31 * 24 * 60 * 60 * 1000;

/** From when on a signal may be forgotten. */
export function forgottenAt(at: Date): Date {
  return new Date(at.getTime() + KEPT_MS);
}

export function factOfSignal(signal: AbuseSignal): AbuseFact {
  const { at } = signal;
  switch (signal.kind) {
    case 'origin':
      return { kind: 'origin', at, network: signal.network, country: signal.country };
    case 'over-limit':
      return { kind: 'over-limit', at, count: signal.count };
  }
}
