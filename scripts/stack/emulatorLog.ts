import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** What the log says when the emulators ended before they were ready. */
export function startTrouble(log: string): string {
  return explain('The emulators did not start', lines(log).slice(-12), log);
}

/** What the log says when the functions could not be loaded: the emulators call themselves ready even then. */
export function functionsTrouble(log: string): string | undefined {
  const said = lines(log);
  const from = said.findIndex((line) =>
    /^Failed to generate manifest|Failed to load function|Unable to access secret/.test(line),
  );
  return from < 0 ? undefined : explain('The functions could not be loaded', said.slice(from, from + 4), log);
}

function explain(what: string, said: readonly string[], log: string): string {
  return [`${what}:`, ...said.map((line) => `  ${line}`), `All of it is in ${log}.`].join('\n');
}

/** Without colours, boxes, stacks and what the emulators always say. */
function lines(log: string): string[] {
  if (!existsSync(log)) return [];
  const usual = /^\s+at |[┌│├└]|CLI MOTD|override detected|multiple instances|^\s*$/;
  return stripVTControlCharacters(readFileSync(log, 'utf8'))
    .split('\n')
    .filter((line) => !usual.test(line));
}
