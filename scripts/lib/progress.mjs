/**
 * One line per piece of work, on stderr, so that what a command itself prints stays clean.
 * At a terminal the line counts the seconds; elsewhere (CI, a pipe) a line every ten seconds says that it goes on.
 */

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs `work` under a line that names it. The line ends with how long it took.
 * @template T
 * @param {string} what for example "Installing the packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const started = Date.now();
  const live = process.stderr.isTTY;
  const seconds = () => Math.round((Date.now() - started) / 1000);
  if (live) process.stderr.write(`${what} ...`);
  else say(`${what} ...`);
  const tick = () => {
    if (live) process.stderr.write(`\r${what} ... ${seconds()} s`);
    else say(`  ... still at it after ${seconds()} s`);
  };
  const timer = setInterval(tick, live ? 1000 : 10_000);
  let done = false;
  try {
    const result = await work();
    done = true;
    return result;
  } finally {
    clearInterval(timer);
    const end = done ? `done in ${seconds()} s` : `failed after ${seconds()} s`;
    if (live) process.stderr.write(`\r${what} ... ${end}\n`);
    else say(`  ${end}`);
  }
}
