import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LongestFirst } from './support/longestFirst.ts';

/** One project per folder, so that each can be run by itself: `npm test -- --only domain,web`. */
function project(
  name: string,
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return { test: { name, include: [`${name}/**/*.test.ts`], environment: 'node', ...test } };
}

/** These talk to emulators and start processes; the limits are guards against hanging, not measurements. */
const patient = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  root: import.meta.dirname,
  test: {
    allowOnly: false,
    // As many as a small machine has cores: they keep them and the emulators busy.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      project('domain'),
      {
        ...project('web', { environment: 'happy-dom', server: { deps: { inline: ['vuetify'] } } }),
        extends: '../web/vite.config.ts',
      },
      project('rules', patient),
      project('functions', patient),
    ],
  },
});
