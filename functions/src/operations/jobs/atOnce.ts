/**
 * Does something for each item, a few at a time, and gives the results in the items' order. The first error
 * keeps further items from being begun; it is thrown when those under way have settled.
 */
export async function atOnce<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  const queue = items.entries();
  let broken = false;
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (broken) return;
      try {
        results.set(index, await work(item));
      } catch (error) {
        broken = true;
        throw error;
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: width }, worker));
  for (const one of workers) if (one.status === 'rejected') throw one.reason;
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
