/**
 * Remembers an answer for a while, so that ten people who look at the same page cost what one costs. Those who
 * ask while it is being found wait for the same one; a failure is not remembered.
 */
export function remembered<T>(lifeMs: number, clock: () => number = () => performance.now()) {
  const known = new Map<string, { readonly answer: Promise<T>; readonly endsAt: number }>();
  return (name: string, find: () => Promise<T>): Promise<T> => {
    const found = known.get(name);
    if (found !== undefined && found.endsAt > clock()) return found.answer;
    const answer = find();
    known.set(name, { answer, endsAt: clock() + lifeMs });
    answer.catch(() => {
      if (known.get(name)?.answer === answer) known.delete(name);
    });
    return answer;
  };
}
