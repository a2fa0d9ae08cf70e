import { bundle } from './build.ts';
import type { Bundles } from './build.ts';
import type { LoadGenerator } from './load.ts';
import { loadGenerator } from './load.ts';
import { seedLicenses } from './seed.ts';
import type { Program, Server } from './server.ts';
import { spawnServer, untilAnswers } from './server.ts';
import type { QuestionName } from './questions.ts';
import { QUESTIONS } from './questions.ts';

/** Everything a part of the benchmark measures with. */
export interface Stand {
  readonly load: LoadGenerator;
  product(env?: Readonly<Record<string, string>>): Program;
  baseline(name: 'trivial' | 'readTwo' | 'transaction'): Program;
  /** A server that has answered the question once. */
  start(program: Program, question: QuestionName): Promise<Server>;
}

export interface OpenStand extends Stand {
  close(): Promise<void>;
}

export async function openStand(): Promise<OpenStand> {
  const bundles = await bundle();
  await seedLicenses();
  const load = loadGenerator();
  return {
    load,
    product: (env = {}) => ({ folder: bundles.product, target: 'api', env }),
    baseline: (name) => baseline(bundles, name),
    async start(program, question) {
      const server = await spawnServer(program);
      const { path, body, marker } = QUESTIONS[question];
      await untilAnswers(server, path, body(0), marker);
      return server;
    },
    async close() {
      await load.stop();
      await bundles.remove();
    },
  };
}

function baseline({ baselines: folder }: Bundles, name: string): Program {
  return { folder, source: `${name}.js`, target: name };
}
