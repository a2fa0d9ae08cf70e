import { multilineText, trimmedText } from '../wire/text.ts';
import type { MailKind, MailVariable } from './kinds.ts';
import { MAIL_KIND_FACTS } from './kinds.ts';
import type { MailTemplate } from './templates.ts';
import { DEFAULT_TEMPLATES } from './templates.ts';

export type MailValues = Readonly<Partial<Record<MailVariable, string>>>;

export const MAX_SUBJECT = 200;
export const MAX_BODY = 10_000;
const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;
const subjectText = trimmedText(MAX_SUBJECT, 1);
const bodyText = multilineText(MAX_BODY, 1);

/** What is wrong with a template, in sentences; both null = nothing. */
export interface TemplateFaults {
  readonly subject: string | null;
  readonly body: string | null;
}

export function checkTemplate(kind: MailKind, { subject, body }: MailTemplate): TemplateFaults {
  return { subject: subjectFault(kind, subject), body: bodyFault(kind, body) };
}

function subjectFault(kind: MailKind, subject: string): string | null {
  if (subject.trim() === '') return 'A mail needs a subject.';
  if (!subjectText.safeParse(subject).success) {
    return `A subject is one line of at most ${MAX_SUBJECT} characters.`;
  }
  // Subjects are shown on locked screens and kept in logs of mail servers.
  if (variablesIn(subject).some((name) => name === 'licenseKey' || name === 'licenses')) {
    return 'A license key has no place in a subject. Use {{keyHint}}.';
  }
  return unknownVariable(kind, subject);
}

function bodyFault(kind: MailKind, body: string): string | null {
  if (body.trim() === '') return 'A mail needs a text.';
  if (!bodyText.safeParse(body).success)
    return `A text has at most ${MAX_BODY} characters, all of them printable.`;
  const { needs } = MAIL_KIND_FACTS[kind];
  if (needs !== null && !variablesIn(body).includes(needs)) {
    return `Without {{${needs}}} this mail is of no use. Put it in.`;
  }
  return unknownVariable(kind, body);
}

function unknownVariable(kind: MailKind, text: string): string | null {
  const known: readonly string[] = MAIL_KIND_FACTS[kind].variables;
  const unknown = variablesIn(text).find((name) => !known.includes(name));
  return unknown === undefined ? null : `There is no {{${unknown.slice(0, 40)}}} in this mail.`;
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map(([, name]) => name ?? '');
}

/** The template as stored for an environment; what is missing or no longer right counts as not set. */
export function readTemplate(kind: MailKind, stored: object | undefined): MailTemplate {
  const subject: unknown = stored && Reflect.get(stored, 'subject');
  const body: unknown = stored && Reflect.get(stored, 'body');
  if (typeof subject !== 'string' || typeof body !== 'string') return DEFAULT_TEMPLATES[kind];
  const faults = checkTemplate(kind, { subject, body });
  return faults.subject === null && faults.body === null ? { subject, body } : DEFAULT_TEMPLATES[kind];
}

/** Subject and text with the variables filled in. A line of the text that would only speak of nothing is left out. */
export function fillTemplate({ subject, body }: MailTemplate, values: MailValues): MailTemplate {
  const lines = body.split('\n').filter((line) => {
    const names = variablesIn(line);
    return names.length === 0 || names.some((name) => valueOf(values, name) !== '');
  });
  return {
    subject: fill(subject, values).replace(/\s+/g, ' ').trim(),
    body: fill(lines.join('\n'), values)
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  };
}

/** In one pass: what a value brings along is never looked at for variables again. */
function fill(text: string, values: MailValues): string {
  return text.replace(VARIABLE, (_whole, name: string) => valueOf(values, name));
}

function valueOf(values: MailValues, name: string): string {
  return Object.hasOwn(values, name) ? (values[name as MailVariable] ?? '') : '';
}
