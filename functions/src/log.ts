import { write } from 'firebase-functions/logger';
import type { LogSeverity } from 'firebase-functions/logger';
import { redact, redactText } from './redact.ts';

/** What belongs to a log line besides its sentence. Everything in it is redacted. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * The only way to the log: one structured line each (Cloud Logging reads severity and fields), with
 * license keys, tokens and passwords cut out of everything, error messages and stacks included.
 */
export function logInfo(message: string, fields: LogFields = {}): void {
  line('INFO', message, fields);
}

export function logWarning(message: string, fields: LogFields = {}): void {
  line('WARNING', message, fields);
}

export function logError(message: string, error: unknown, fields: LogFields = {}): void {
  line('ERROR', message, { ...fields, error });
}

function line(severity: LogSeverity, message: string, fields: LogFields): void {
  write({ ...(redact(fields) as Record<string, unknown>), severity, message: redactText(message) });
}
