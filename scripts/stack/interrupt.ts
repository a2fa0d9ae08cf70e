/** Settles with the signal by which somebody asks this process to end; from now on it ends only by itself. */
export const interrupted: Promise<'SIGINT' | 'SIGTERM' | 'SIGHUP'> = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
});
