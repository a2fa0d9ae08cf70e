import {
  mdiAccountSearchOutline,
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiCloseCircleOutline,
} from '@mdi/js';
import type { AbuseCase, CaseStatus } from '@latchkey/domain/abuse/case';
import { countWords, windowWords } from '@latchkey/domain/abuse/detect';
import { ABUSE_RULES } from '@latchkey/domain/abuse/rules';
import type { StateLook } from '../ui/stateLook.ts';

/** The one look of each state of a case. */
export const CASE_LOOK: Readonly<Record<CaseStatus, StateLook>> = {
  open: { word: 'Open', tone: 'amber', icon: mdiAlertOutline, outlined: false },
  'in-review': { word: 'In review', tone: 'blue', icon: mdiAccountSearchOutline, outlined: false },
  confirmed: { word: 'Confirmed', tone: 'red', icon: mdiCheckCircleOutline, outlined: false },
  dismissed: { word: 'Dismissed', tone: 'grey', icon: mdiCloseCircleOutline, outlined: true },
};

export function ruleTitle({ rule }: Pick<AbuseCase, 'rule'>): string {
  return ABUSE_RULES[rule].title;
}

/** "20 new devices within 1 hour" */
export function seenWords({ rule, count, windowMs }: Pick<AbuseCase, 'rule' | 'count' | 'windowMs'>): string {
  return `${countWords(rule, count)} within ${windowWords(windowMs)}`;
}

/** "20 within 1 hour", where the rule stands beside it. */
export function briefWords({ count, windowMs }: Pick<AbuseCase, 'count' | 'windowMs'>): string {
  return `${count.toLocaleString('en')} within ${windowWords(windowMs)}`;
}
