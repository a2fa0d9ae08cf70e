import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const VECTORS = `${ROOT}/tests/vectors`;
/** Debian's; elsewhere the package of the same name. */
const NEWTONSOFT = '/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll';

interface Step {
  readonly command: string;
  readonly args: readonly string[];
}

/** A language of docs/verify: how one sees whether it is here, and how its recipe goes over the vectors. */
interface Language {
  readonly name: string;
  readonly folder: string;
  /** Ends with 0 where the recipe can run. */
  readonly isHere: readonly Step[];
  /** @param built a folder for what a compiler makes */
  readonly steps: (built: string) => readonly Step[];
}

const folderOf = (name: string): string => `${ROOT}/docs/verify/${name}`;

function python(command: string): Language {
  return {
    name: `Python (${command})`,
    folder: folderOf('python'),
    isHere: [{ command, args: ['-c', 'import cryptography'] }],
    steps: () => [{ command, args: ['-B', 'vectors.py', VECTORS] }],
  };
}

export const LANGUAGES: readonly Language[] = [
  {
    name: 'JavaScript',
    folder: folderOf('javascript'),
    isHere: [],
    steps: () => [{ command: process.execPath, args: ['vectors.mjs', VECTORS] }],
  },
  // Whichever has the library: one of one's own before that of the system.
  firstHere([python('python3'), python('/usr/bin/python3')]),
  {
    name: 'PHP',
    folder: folderOf('php'),
    isHere: [{ command: 'php', args: ['-r', 'exit(extension_loaded("sodium") ? 0 : 1);'] }],
    steps: () => [{ command: 'php', args: ['vectors.php', VECTORS] }],
  },
  {
    name: 'Go',
    folder: folderOf('go'),
    isHere: [{ command: 'go', args: ['version'] }],
    steps: (built) => [
      { command: 'go', args: ['vet', '.'] },
      { command: 'go', args: ['build', '-o', `${built}/vectors`, '.'] },
      { command: `${built}/vectors`, args: [VECTORS] },
    ],
  },
  {
    name: 'C# (Mono)',
    folder: folderOf('csharp'),
    isHere: [
      { command: 'mcs', args: ['--version'] },
      { command: 'mono', args: ['--version'] },
      { command: 'test', args: ['-f', NEWTONSOFT] },
    ],
    steps: (built) => [
      { command: 'cp', args: ['Vectors.exe.config', built] },
      {
        command: 'mcs',
        args: [`-r:${NEWTONSOFT}`, 'Latchkey.cs', 'Vectors.cs', `-out:${built}/Vectors.exe`],
      },
      { command: 'mono', args: [`${built}/Vectors.exe`, VECTORS] },
    ],
  },
];

export function isHere({ isHere: steps }: Language): boolean {
  try {
    for (const { command, args } of steps) execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function firstHere(choices: readonly [Language, ...Language[]]): Language {
  return choices.find(isHere) ?? choices[0];
}

/** What the recipe says, a line for each vector; a compiler's complaint is an error. */
export async function verdictsOf(language: Language, built: string): Promise<string[]> {
  const steps = [...language.steps(built)];
  const last = steps.pop();
  for (const step of steps) await carriedOut(step, language.folder, built, false);
  const said = last && (await carriedOut(last, language.folder, built, true));
  return (said ?? '').trimEnd().split('\n');
}

/** @param mayDiffer whether 1 only means that a verdict is wrong: then the lines tell which */
function carriedOut(
  { command, args }: Step,
  cwd: string,
  built: string,
  mayDiffer: boolean,
): Promise<string> {
  // Go keeps what it has compiled; a home of its own may not be writable.
  const env = { ...process.env, GOCACHE: process.env['GOCACHE'] ?? `${built}/cache`, GOFLAGS: '-mod=mod' };
  return new Promise((resolve, reject) => {
    execFile(command, [...args], { cwd, env, timeout: 120_000 }, (error, out, err) => {
      if (error === null || (mayDiffer && error.code === 1 && out !== '')) resolve(out);
      else reject(new Error(`${command} ${args[0] ?? ''}: ${err || error.message}`));
    });
  });
}
