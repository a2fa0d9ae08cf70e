import { describe, expect, it } from 'vitest';
import { JOB_STATUSES, type Job } from '@latchkey/domain/job/job';
import { JOB_KINDS } from '@latchkey/domain/job/work';
import { jobFilterOf, jobUrlOf, reportQuery } from '../../web/src/jobs/jobQuery.ts';
import { inputLines, jobTitle, percentOf, progressWords } from '../../web/src/jobs/jobWords.ts';

const progress = (total: number | null, done: number, refused: number) => ({ total, done, refused });

describe('the words of a job', () => {
  it.each([
    ['queued', progress(12, 0, 0), 'Waits for its turn'],
    ['running', progress(1204, 800, 12), '812 of 1,204, 12 refused'],
    ['running', progress(null, 50, 0), '50 so far'],
    ['done', progress(3, 2, 1), '2 done, 1 refused'],
    ['failed', progress(10, 4, 0), '4 done, 6 untouched'],
    ['cancelled', progress(null, 0, 0), '0 done, the others untouched'],
  ] as const)('%s, %j: "%s"', (status, figures, words) => {
    expect(progressWords({ status, progress: figures, cancelAsked: false })).toBe(words);
  });

  it('say that it is stopping once somebody asked for it', () => {
    const job = { status: 'running', progress: progress(100, 50, 0), cancelAsked: true } as const;
    expect(progressWords(job)).toBe('Stopping; 50 of 100');
  });

  it('name what is done to how many, and what was asked', () => {
    const work: Job['work'] = {
      kind: 'bulk-licenses',
      command: { type: 'suspend', publicReason: 'Late.', note: null },
      selection: {
        by: 'filter',
        filter: { search: 'acme', status: 'active', productId: null, createdSince: null },
      },
      confirmed: null,
    };
    expect(jobTitle({ work, progress: progress(null, 0, 0) })).toBe('Suspend licenses');
    expect(jobTitle({ work, progress: progress(1204, 0, 0) })).toBe('Suspend 1,204 licenses');
    expect(inputLines(work, 'UTC')).toEqual([
      { name: 'Licenses', text: 'All that match' },
      { name: 'Search', text: 'acme' },
      { name: 'Status', text: 'active' },
      { name: 'Reason', text: 'Late.' },
    ]);
  });

  it('know how far it is, as far as the whole is known', () => {
    expect([progress(200, 90, 10), progress(null, 5, 0), progress(0, 0, 0)].map(percentOf)).toEqual([
      50,
      null,
      100,
    ]);
  });
});

describe('the queries of jobs', () => {
  it('bring state and kind back from the address and know no other', () => {
    for (const status of [null, ...JOB_STATUSES]) {
      for (const kind of [null, ...JOB_KINDS])
        expect(jobFilterOf(jobUrlOf({ status, kind }))).toEqual({ status, kind });
    }
    expect(jobFilterOf({ status: 'sleeping', kind: 'nap' })).toEqual({ status: null, kind: null });
  });

  it('walk a report page by page, all of it or what was refused', () => {
    expect(reportQuery('production', 'j', { refused: false, limit: 500, after: 3 })).toMatchObject({
      collection: 'environments/production/jobs/j/reports',
      startAfter: [3],
    });
    const refused = reportQuery('production', 'j', { refused: true, limit: 5, after: 3 });
    expect(refused.where).toEqual([['refused', '>', 0]]);
    expect(refused.startAfter).toHaveLength(2);
  });
});
