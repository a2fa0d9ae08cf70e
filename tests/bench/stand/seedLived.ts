import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { settingsPath, userPath } from '@latchkey/functions/firestore/collections';
import { bulkStore } from '@latchkey/functions/firestore/connection';
import type { Write } from '@latchkey/functions/firestore/store';
import { writeAll } from './bulk.ts';
import { livedLicense } from './livedLicenses.ts';

/** How many licenses each environment gets: three sizes side by side in one emulator. */
export const SIZES = [1_000, 10_000, 100_000] as const;
export type Size = (typeof SIZES)[number];

/** The small ones where little else is; production has the other parts' ten thousand besides. */
export const ENVIRONMENT_OF: Record<Size, Environment> = {
  1_000: 'development',
  10_000: 'staging',
  100_000: 'production',
};

export const PERSON = 'bench-owner';

/** Licenses that have lived, as many as the size says, unless a run before has left them; and who looks at them. */
export async function seedLived(size: Size): Promise<Environment> {
  const environment = ENVIRONMENT_OF[size];
  const store = bulkStore();
  const mark = settingsPath(environment, `bench-${size}`);
  const [done] = await store.getAll([mark]);
  if (done?.data !== undefined) return environment;
  const began = performance.now();
  await writeAll(licenses(environment, size));
  await store.commit([{ kind: 'set', path: userPath(PERSON), data: benchOwner() }]);
  await store.commit([{ kind: 'set', path: mark, data: { size } }]);
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stderr.write(`  seeded ${size} licenses in ${seconds} s\n`);
  return environment;
}

function* licenses(environment: Environment, size: number): Generator<Write, void, undefined> {
  const now = new Date();
  for (let n = 0; n < size; n++) yield* livedLicense(environment, n, now);
}

/** The person's record: an owner of every environment. */
export function benchOwner(): object {
  return {
    email: 'bench@latchkey.test',
    name: 'Bench Owner',
    role: 'owner',
    environments: [...ENVIRONMENTS],
    customerId: null,
    disabled: false,
    claimsValidAfter: new Date(0),
    createdAt: new Date(0),
  };
}
