import { shallowRef, watch, type ShallowRef } from 'vue';
import type { AdminSignInsAnswer, AdminSignInsRequest } from '@latchkey/domain/wire/console/admins';
import { callable } from '../firebase/callables.ts';

const ask = callable<AdminSignInsRequest, AdminSignInsAnswer>('adminSignIns');

/** What the sign-in service knows of somebody. */
export interface SignIns {
  /** null = never. */
  readonly lastSignInAt: Date | null;
  readonly secondFactor: boolean;
}

/** By uid; who is missing is not known yet. */
export type SignInsOf = Readonly<ShallowRef<ReadonlyMap<string, SignIns>>>;

/**
 * Last sign-ins and second factors of the people shown. The sign-in service keeps them, so they are asked of it
 * once for each page and are not live; where it cannot be reached the list does without.
 */
export function useSignIns(uids: () => readonly string[]): SignInsOf {
  const known = shallowRef<ReadonlyMap<string, SignIns>>(new Map());

  async function learn(missing: string[]): Promise<void> {
    const { people } = await ask({ uids: missing });
    const learned = people.map(({ uid, lastSignInAt, secondFactor }) => {
      return [
        uid,
        { lastSignInAt: lastSignInAt === null ? null : new Date(lastSignInAt), secondFactor },
      ] as const;
    });
    known.value = new Map([...known.value, ...learned]);
  }
  watch(
    () => uids().join(),
    () => {
      const missing = uids().filter((uid) => !known.value.has(uid));
      if (missing.length > 0) learn(missing.slice(0, 100)).catch(() => undefined);
    },
    { immediate: true },
  );
  return known;
}
