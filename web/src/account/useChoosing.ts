import type { Preferences } from '@latchkey/domain/access/preferences';
import { usePreferences } from '../session/preferences.ts';
import { useToast } from '../ui/toast.ts';
import { frame } from '../words/frame.en.ts';
import { problemWords } from '../words/problem.ts';
import { wordsOf } from '../words/words.ts';

/** Takes a choice in at once, and says so where the account could not be told of it. */
export function useChoosing(): (wanted: Preferences) => Promise<void> {
  const preferences = usePreferences();
  const toast = useToast();
  return async (wanted) => {
    const problem = await preferences.choose(wanted);
    if (problem !== null) toast.show(wordsOf(frame).notKept(problemWords(problem)), { tone: 'error' });
  };
}
