import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Failure } from './failure.mjs';

/** parseArgs, with a refusal that shows how the command is used. */
export function readArgs<const T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
  usage: string,
): ReturnType<typeof parseArgs<{ options: T; args: string[] }>>['values'] {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Failure(
      `${error instanceof Error ? error.message.split('. ')[0] : String(error)}. Usage: ${usage}`,
    );
  }
}
