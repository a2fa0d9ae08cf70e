import autocannon from 'autocannon';
import type { LoadOrder, LoadResult } from './load.ts';
import { QUESTIONS } from './questions.ts';

/** The load generator's own process: one order in, one result out. */
process.on('message', (order: LoadOrder) => {
  void generate(order).then((result) => process.send?.(result));
});

let asked = 0;

async function generate({ url, question, connections, seconds }: LoadOrder): Promise<LoadResult> {
  const { path, marker, body } = QUESTIONS[question];
  const times: number[] = [];
  let wrong = 0;
  const options: autocannon.Options = {
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: body(asked++) }),
        onResponse: (status, text) => {
          if (status !== 200 || !text.includes(marker)) wrong++;
        },
      },
    ],
  };
  const { duration, errors, timeouts } = await run(options, (milliseconds) => times.push(milliseconds));
  times.sort((a, b) => a - b);
  return {
    answers: times.length,
    perSecond: times.length / duration,
    p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
    failures: wrong + errors + timeouts,
  };
}

/** The library's own figures are whole milliseconds; the single times are finer. */
function run(options: autocannon.Options, answered: (ms: number) => void): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    const instance = autocannon(options, (error: unknown, result) => {
      if (error instanceof Error) reject(error);
      else resolve(result);
    });
    instance.on('response', (_client, _status, _bytes, milliseconds) => answered(milliseconds));
  });
}
