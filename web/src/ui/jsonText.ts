import type { JsonObject } from '@latchkey/domain/json';
import { checkJson } from '@latchkey/domain/license/edit';
import { jsonObject } from '@latchkey/domain/wire/console/fields';

export type CheckedJson =
  | { readonly ok: true; /** undefined = left empty. */ readonly value: JsonObject | undefined }
  | { readonly ok: false; readonly error: string };

/** Features or metadata as they are typed: JSON, an object, storable, and at most 10 KB; the server's own rules. */
export function checkJsonText(text: string, what: 'features' | 'metadata'): CheckedJson {
  if (text.trim() === '') return { ok: true, value: undefined };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, error: syntaxWords(text, error) };
  }
  const parsed = jsonObject.safeParse(value);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? 'must be a JSON object';
    return { ok: false, error: `This ${message}.` };
  }
  const refusal =
    what === 'features'
      ? checkJson(parsed.data, 'FEATURES_TOO_LARGE', 'Features')
      : checkJson(parsed.data, 'METADATA_TOO_LARGE', 'Metadata');
  return refusal === null ? { ok: true, value: parsed.data } : { ok: false, error: refusal.reason };
}

export function jsonText(value: JsonObject): string {
  return JSON.stringify(value, null, 2);
}

/** Where reading stopped, as a line; engines tell it differently, or not at all. */
function syntaxWords(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  const position = /position (\d+)/.exec(message)?.[1];
  const found = line ?? (position && String(text.slice(0, Number(position)).split('\n').length));
  return found === undefined ? 'This is not complete JSON.' : `This is not JSON yet: look at line ${found}.`;
}
