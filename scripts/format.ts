import { step } from './lib/progress.mjs';
import { runPackage } from './lib/run.ts';
import { runVerb } from './lib/verb.ts';

/** Mends what prettier and eslint can mend by themselves; what is left, `npm run check` tells. */
await runVerb(async () => {
  await step('Mending lint', () => runPackage('eslint/bin/eslint.js', ['.', '--fix']));
  await step('Formatting', () => runPackage('prettier/bin/prettier.cjs', ['--write', '.']));
});
