import { curlSample } from './curl.ts';
import { javascriptSample } from './javascript.ts';
import { phpSample } from './php.ts';
import { pythonSample } from './python.ts';
import type { SampleSubject } from './subject.ts';

export const SAMPLE_LANGUAGES = ['curl', 'php', 'javascript', 'python'] as const;
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

interface Sample {
  readonly name: string;
  /** As which file it runs, and how. */
  readonly fileName: string;
  readonly run: string;
  readonly write: (subject: SampleSubject) => string;
}

/** Working programs: each validates, looks at status and code, says why, and ends with 0 only when valid. */
export const SAMPLES: Readonly<Record<SampleLanguage, Sample>> = {
  curl: { name: 'cURL', fileName: 'check-license.sh', run: 'bash', write: curlSample },
  php: { name: 'PHP', fileName: 'check-license.php', run: 'php', write: phpSample },
  javascript: { name: 'JavaScript', fileName: 'check-license.mjs', run: 'node', write: javascriptSample },
  python: { name: 'Python', fileName: 'check-license.py', run: 'python3', write: pythonSample },
};
