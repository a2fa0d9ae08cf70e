import { existsSync } from 'node:fs';
import { say, step } from '../lib/progress.mjs';
import { run } from '../lib/run.ts';

/** A language of docs/verify, how one sees that it is here, and Debian's packages for it. */
interface Needed {
  readonly name: string;
  readonly probes: readonly (readonly [string, ...string[]])[];
  readonly packages: readonly string[];
}

const NEEDED: readonly Needed[] = [
  {
    name: 'Python with cryptography',
    // Either one will do: a Python of one's own may lack what the system's has.
    probes: [
      ['python3', '-c', 'import cryptography'],
      ['/usr/bin/python3', '-c', 'import cryptography'],
    ],
    packages: ['python3-cryptography'],
  },
  {
    name: 'PHP with sodium',
    probes: [['php', '-r', 'exit(extension_loaded("sodium") ? 0 : 1);']],
    packages: ['php-cli'],
  },
  { name: 'Go', probes: [['go', 'version']], packages: ['golang-go'] },
  {
    name: 'Mono',
    probes: [['mcs', '--version']],
    packages: ['mono-mcs', 'mono-runtime', 'libnewtonsoft-json5.0-cil', 'libsodium23'],
  },
];

/**
 * Sees to the languages in which the documented recipes are run, as far as Debian has them. What cannot be had is said,
 * here and by the tests, and fails nothing: only JavaScript is sure to be there.
 */
export async function ensureLanguages(): Promise<void> {
  const missing = await missingLanguages();
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const names = missing.map(({ name }) => name).join(', ');
  await step(`Installing ${names} with apt-get, for the documented recipes`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const packages = missing.flatMap((one) => one.packages);
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  });
  const left = await missingLanguages();
  if (left.length > 0) say(`  not to be had here: ${left.map(({ name }) => name).join(', ')}`);
}

async function missingLanguages(): Promise<Needed[]> {
  const here = await Promise.all(NEEDED.map(isHere));
  return NEEDED.filter((_, at) => here[at] === false);
}

async function isHere({ probes }: Needed): Promise<boolean> {
  const outcomes = await Promise.all(probes.map(([program, ...args]) => run(program, args)));
  return outcomes.some(({ code }) => code === 0);
}
