/**
 * Calls back once whoever started this process is gone. npm runs scripts through a shell, and a shell that is
 * told to end takes no child with it: without this, ending npm would leave the stack running.
 * @param {() => void} then
 */
export function whenOrphaned(then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 500);
  timer.unref();
}
