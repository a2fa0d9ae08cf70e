import type { VerdictCode } from './codes.ts';
import type { Told } from './customerSteps.ts';
import { CUSTOMER_STEPS } from './customerSteps.ts';
import type { DiagnosisContext } from './diagnosisCase.ts';
import { diagnosisCase } from './diagnosisCase.ts';
import { FINDINGS } from './findings.ts';

/** What is the matter, then what each side can do about it. Neither key nor internal note is in them. */
export interface DiagnosisWords {
  readonly sentence: string;
  readonly console: string;
  readonly customer: string;
}

export function diagnosisWords(code: VerdictCode, context: DiagnosisContext): DiagnosisWords {
  const { told, console } = diagnosisCase(code, context);
  return { ...english(told), console };
}

/** Both sentences of a case, in English. */
export function english({ finding, step, facts }: Told): Omit<DiagnosisWords, 'console'> {
  return { sentence: FINDINGS[finding](facts), customer: CUSTOMER_STEPS[step](facts) };
}
