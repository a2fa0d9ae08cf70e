import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Failure } from '../lib/failure.mjs';

const NEEDED = 21;
const executable = process.platform === 'win32' ? 'java.exe' : 'java';

/** Where systems and version managers put JDKs side by side; each match is a folder with bin/java in it. */
const places = [
  '/usr/lib/jvm/*',
  '/usr/java/*',
  '/opt/java/*',
  '/opt/jdk*',
  '/Library/Java/JavaVirtualMachines/*/Contents/Home',
  '/opt/homebrew/opt/openjdk*',
  '/usr/local/opt/openjdk*',
  'C:/Program Files/{Java,Eclipse Adoptium,Microsoft}/*',
  ...[
    '.sdkman/candidates/java/*',
    '.jdks/*',
    '.asdf/installs/java/*',
    '.local/share/mise/installs/java/*',
  ].map((place) => join(homedir(), place)),
];

/**
 * A Java that the emulators accept: JAVA_HOME's, else PATH's, else the newest found on the system.
 * @returns the java binary
 */
export function findJava(): string {
  const home = process.env['JAVA_HOME'];
  const preferred = [...(home ? [home] : []), ...pathHomes()].map(binaryIn).filter(existsSync);
  const preferredOne = preferred.find((java) => javaMajor(java) >= NEEDED);
  if (preferredOne !== undefined) return preferredOne;

  const installed = [...new Set(globSync(places).map(binaryIn))].filter(existsSync);
  const newest = installed
    .map((java) => ({ java, major: javaMajor(java) }))
    .sort((a, b) => b.major - a.major)[0];
  if (newest !== undefined && newest.major >= NEEDED) return newest.java;

  const seen = Math.max(0, newest?.major ?? 0, ...preferred.map(javaMajor));
  throw new Failure(
    `The Firestore emulator needs Java ${NEEDED} or newer, and ${seen === 0 ? 'there is none' : `the newest here is ${seen}`}. ` +
      'Install one (Debian and Ubuntu: apt install openjdk-21-jre-headless; macOS: brew install openjdk; ' +
      'or https://adoptium.net) and start again.',
  );
}

function binaryIn(home: string): string {
  return join(home, 'bin', executable);
}

/** PATH names bin folders; their parents are what the rest of this file speaks of. */
function pathHomes(): string[] {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => /[\\/]bin[\\/]?$/.test(folder))
    .map((folder) => join(folder, '..'));
}

/** Major version, or 0 when it does not run (macOS has a java that only advertises one). */
function javaMajor(java: string): number {
  const { status, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) : 0;
}
