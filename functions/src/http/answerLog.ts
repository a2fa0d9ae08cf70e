import type { Environment } from '@latchkey/domain/environment';
import type { CheckAction } from '@latchkey/domain/license/validation';
import { logInfo } from '../log.ts';
import type { Tools } from '../operations/context.ts';

/** An answer to shipped software, as far as the log may know it: neither the key nor who asked from where. */
export interface AnsweredOnce {
  readonly environment: Environment;
  readonly action: CheckAction;
  readonly code: string;
  readonly licenseId: string | null;
  readonly requestId: string;
}

export type AnswerLog = (tools: Tools, answered: AnsweredOnce) => void;

/** A line for an answer, where the settings of its environment want one. Nothing is awaited. */
export const logAnswer: AnswerLog = ({ settings, store }, answered) => {
  if (settings.latest(store, answered.environment, 'retention').logLevel !== 'answers') return;
  logInfo('answered', { ...answered });
};

/** For load runs, which count what a decision alone reads: they look at no settings at all. */
export const logNoAnswer: AnswerLog = () => undefined;
