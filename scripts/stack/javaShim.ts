import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * firebase-tools starts `java` from PATH, in process groups of its own. A `java` of ours, first on PATH, does
 * four things that its settings do not offer: it names the Java that is new enough, it notes the process ids
 * so that nothing stays behind after a crash, and it starts the stand-in for Storage rules, which is no jar.
 * A script needs no compiler, so a JRE is enough. The collector is chosen too, unless options for Java are set:
 * its own choice works beside the emulator in fits that, on two cores, halve its speed for seconds.
 *
 * @returns the folder to put first on PATH and the file with the process ids, one a line
 */
export function writeJavaShim(folder: string, java: string): { bin: string; pids: string; standIn: string } {
  const bin = join(folder, 'bin');
  const pids = join(folder, 'java.pids');
  const standIn = join(folder, 'storage-rules-stand-in');
  mkdirSync(bin, { recursive: true });
  rmSync(pids, { force: true });
  // firebase-tools wants the file to exist; the script below only looks at its name.
  writeFileSync(standIn, '');
  const program = join(import.meta.dirname, 'denyAllStorageRules.mjs');
  const script = [
    '#!/bin/sh',
    'for argument in "$@"; do',
    `  [ "$argument" = ${quote(standIn)} ] && exec ${quote(process.execPath)} ${quote(program)}`,
    `  [ "$argument" = -jar ] && echo $$ >> ${quote(pids)}`,
    'done',
    '[ -n "$JDK_JAVA_OPTIONS$JAVA_TOOL_OPTIONS" ] || set -- -XX:+UseParallelGC "$@"',
    `exec ${quote(java)} "$@"`,
  ];
  writeFileSync(join(bin, 'java'), `${script.join('\n')}\n`);
  chmodSync(join(bin, 'java'), 0o755);
  return { bin, pids, standIn };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
