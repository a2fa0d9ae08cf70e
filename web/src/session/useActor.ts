import { computed, type ComputedRef } from 'vue';
import type { Actor } from '@latchkey/domain/access/actor';
import { useSession } from './session.ts';

/** Who acts, in the terms of the law. */
export function useActor(): ComputedRef<Actor> {
  const session = useSession();
  return computed<Actor>(() => ({
    kind: 'person',
    uid: session.user?.uid ?? '',
    role: session.role ?? 'viewer',
    name: session.name,
  }));
}
