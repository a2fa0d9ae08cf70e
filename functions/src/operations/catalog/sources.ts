import type { Snapshot, Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';

/**
 * Goes into every commit that makes licenses: product and generator are still as they were read. So no
 * license carries facts that its product has left, and none is made after its product was switched off.
 */
export function sourcesUnchanged(sources: readonly (Snapshot<unknown> | undefined)[]): Write[] {
  return sources.flatMap((source) =>
    source?.data === undefined ? [] : [{ kind: 'check', path: source.path, if: unchanged(source) }],
  );
}
