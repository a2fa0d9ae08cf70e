import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of half a minute and more, the longest first: begun last, one of them would keep a single worker busy. */
const LONG = [
  'functions/jobs/generationKilled.test.ts',
  'rules/mutation.test.ts',
  'functions/import/importTenThousand.test.ts',
  'rules/matrix.test.ts',
  'functions/sweepAtScale.test.ts',
];

/** The order of vitest, which knows no durations on a fresh machine, after the long ones. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}`));
      return at === -1 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
