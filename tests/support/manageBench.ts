import { expect } from 'vitest';
import type { Ask } from './manage.ts';
import { aManageKey, manageIn } from './manage.ts';
import type { MemoryFiles } from './memoryFiles.ts';
import { memoryFiles } from './memoryFiles.ts';
import { seedCatalog } from './seedLicenses.ts';
import { receiver } from './webhooks.ts';
import type { World } from './world.ts';
import { newWorld } from './world.ts';

/** What a good request of an operation is: a record of its own in the state that it needs. */
export interface Good {
  readonly ids?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object;
}
export type GoodRequests = Readonly<Record<string, () => Promise<Good>>>;

/** A world with a catalog, the API in it, and a key that may everything. */
export interface ManageBench {
  readonly world: World;
  readonly ask: Ask;
  readonly key: string;
  readonly sources: { readonly productId: string; readonly generatorId: string };
  readonly files: MemoryFiles;
  /** A name that nothing else has. */
  readonly unique: () => string;
  /** Makes a record by the API; gives its id. */
  readonly made: (path: string, body: object) => Promise<string>;
  /** A command without a body, as far as a record has to be brought. */
  readonly move: (path: string) => Promise<void>;
}

export async function manageBench(name: string): Promise<ManageBench> {
  const empty = newWorld(name);
  const files = memoryFiles();
  const world = { ...empty, tools: { ...empty.tools, files, sender: receiver().sender } };
  const sources = await seedCatalog(world);
  const ask = manageIn(world);
  const { key } = await aManageKey(world);
  let number = 0;
  return {
    ...{ world, ask, key, sources, files },
    unique: () => `n${++number}-${world.tools.newId().toLowerCase()}`,
    made: async (path, body) => {
      const answer = await ask('POST', path, { key, body });
      expect(answer.status, answer.text).toBe(201);
      return String(answer.body['id']);
    },
    move: async (path) => {
      const answer = await ask('POST', path, { key });
      expect(answer.status, answer.text).toBeLessThan(300);
    },
  };
}
