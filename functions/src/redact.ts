/** How much of a key may be seen: the key hint of decisions.md. */
const HINT_LENGTH = 8;
/** Keys are recognised by their look from this many letters and digits on. */
const SHORTEST_KEY = 11;
const MAX_DEPTH = 6;

/** Fields that hold a license key, whatever it looks like. */
const KEY_FIELD = /^(license[_-]?)?keys?$/i;
/** Fields of which not even the first characters may be seen. */
const SECRET_FIELD = /(authorization|password|token|secret|cookie|pepper|private[_-]?key|api[_-]?key)$/i;
/** Ids are random or derived, never a key, and a log without them is of no use. */
const ID_FIELD = /^(id|kid|uid|.*Id)$/;
const ID = /^[A-Za-z0-9_-]{1,80}$/;
/** Codes are words of ours. */
const CODE_FIELD = /^(code|status|action|kind|type)$/;
const CODE = /^[A-Za-z]+(?:_[A-Za-z]+)*$/;

/** Instants, and words in capitals that a reader of the log needs, which would pass for keys. */
const HARMLESS =
  /^(?:\d{4}-\d\d-\d\dT\d\d|RESOURCE_EXHAUSTED|DEADLINE_EXCEEDED|FAILED_PRECONDITION|PERMISSION_DENIED|INVALID_ARGUMENT|ALREADY_EXISTS|UNAUTHENTICATED|[A-Z]+_EMULATOR_HOST|LATCHKEY_[A-Z_]+|(?:GCLOUD|GOOGLE_CLOUD)_PROJECT)$/;
/** Runs of letters and digits joined by separators keys have; blanks only between groups of capitals. */
const RUN = /[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*(?:(?<=[A-Z0-9]{3}) [A-Z0-9]{3,}(?![a-z]))*/g;

/** The text with everything that looks like a license key cut to its first 8 characters. */
export function redactText(text: string): string {
  return text.replace(RUN, (run) => (looksLikeKey(run) ? hint(run) : run));
}

/**
 * A copy fit for the log. Errors become name, message and stack; keys and secrets are cut wherever
 * they are, in names of members too.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  if (depth >= MAX_DEPTH) return '…';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((member) => redact(member, depth + 1));
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [redactText(name), redactMember(name, member, depth + 1)]),
  );
}

function redactMember(name: string, value: unknown, depth: number): unknown {
  if (SECRET_FIELD.test(name)) return value === undefined || value === null ? value : '…';
  if (KEY_FIELD.test(name) && typeof value === 'string') return hint(value);
  if (typeof value === 'string' && ID_FIELD.test(name) && ID.test(value)) return value;
  if (typeof value === 'string' && CODE_FIELD.test(name) && CODE.test(value)) return value;
  return redact(value, depth);
}

function redactError(error: Error, depth: number): unknown {
  const cause = error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) };
  const own = Object.entries(error).map(([name, value]) => [name, redactMember(name, value, depth + 1)]);
  return {
    ...Object.fromEntries(own),
    name: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...cause,
  };
}

function looksLikeKey(run: string): boolean {
  const folded = run.replace(/[^A-Za-z0-9]/g, '');
  if (folded.length < SHORTEST_KEY || HARMLESS.test(run)) return false;
  const hasDigit = /[0-9]/.test(folded);
  // Words joined by hyphens are prose; capitals without a digit may still be a key.
  if (/[a-z]/.test(folded)) return hasDigit;
  return /[A-Z]/.test(folded) || folded.length >= 16;
}

function hint(text: string): string {
  return text.length <= HINT_LENGTH ? text : `${text.slice(0, HINT_LENGTH)}…`;
}
