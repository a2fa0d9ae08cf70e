/** The rules with one thing wrong. */
export interface Mutant {
  /** Line in the rules, from 1. */
  readonly line: number;
  readonly what: string;
  readonly rules: string;
}

/** A piece of the source, by its offsets. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Every mistake of these kinds that can be made in the rules: a condition dropped, negated or forced; a
 * comparison turned round or moved by one; a list one shorter; a limit wider; a rule that lets more
 * operations through, everybody, or nobody; a path that reaches deeper.
 */
export function mutantsOf(source: string): Mutant[] {
  // Blanked, not cut, so that offsets stay those of the source.
  const code = source.replaceAll(/\/\/.*/g, (comment) => ' '.repeat(comment.length));
  const mutants: Mutant[] = [];
  const replace = (span: Span, by: string): void => {
    const before = source.slice(span.start, span.end);
    mutants.push({
      line: source.slice(0, span.start).split('\n').length,
      what: `${before.replaceAll(/\s+/g, ' ')}  =>  ${by}`,
      rules: source.slice(0, span.start) + by + source.slice(span.end),
    });
  };
  for (const span of matches(code, /(?<=\breturn\s)[^;]+|(?<=:\s*if\s)[^;]+/g))
    mutateCondition(code, span, replace);
  for (const span of matches(code, /allow (get|list): if [^;]+;/g)) mutateRule(code, span, replace);
  for (const span of matches(code, /(?<=match \/\w+\/\{\w+)(?=\} \{)/g)) replace(span, '=**');
  return mutants;
}

type Replace = (span: Span, by: string) => void;

function mutateRule(code: string, span: Span, replace: Replace): void {
  const text = code.slice(span.start, span.end);
  const [head = '', condition = ''] = text.split(/(?<=: if )/);
  replace(span, '');
  replace(span, `${head}true;`);
  // A list's condition asks for a limit, which no other operation has: let through there, it lets nothing through.
  if (text.startsWith('allow list')) return;
  for (const extra of ['list', 'create', 'update', 'delete']) {
    replace(span, `${head.replace(':', `, ${extra}:`)}${condition}`);
  }
}

function mutateCondition(code: string, whole: Span, replace: Replace): void {
  const text = code.slice(whole.start, whole.end);
  const parts = operands(code, whole, '||') ?? operands(code, whole, '&&');
  const inner = /^\((.*)\)$/s.exec(text);
  if (parts) {
    const neutral = operands(code, whole, '||') ? 'false' : 'true';
    for (const part of parts) {
      replace(part, neutral);
      mutateCondition(code, part, replace);
    }
  } else if (inner) {
    mutateCondition(code, { start: whole.start + 1, end: whole.end - 1 }, replace);
  } else {
    mutateLeaf(code, whole, replace);
  }
}

function mutateLeaf(code: string, leaf: Span, replace: Replace): void {
  const text = code.slice(leaf.start, leaf.end);
  const within = (pattern: RegExp, by: (found: string) => string): void => {
    for (const { start, end } of matches(text, pattern)) {
      replace({ start: leaf.start + start, end: leaf.start + end }, by(text.slice(start, end)));
    }
  };
  const isBoolean = !/^(get\(|request\.auth != null \?)/.test(text);
  if (isBoolean) replace(leaf, `!(${text})`);
  within(/!=(?= null \?)/g, () => '==');
  within(/[<>]=/g, (sign) => sign.charAt(0));
  within(/[<>]=/g, (sign) => (sign === '<=' ? '>=' : '<='));
  within(/(?<=<= )\d+/g, (number) => String(Number(number) + 1));
  within(/(?<=<= )\d+/g, (number) => String(Number(number) * 10));
  within(/(?<=\* )\d+/g, (number) => String(Number(number) + 1));
  within(/(?<=== |\()'[^']+'/g, () => `'other'`);
  within(/(?<=[[,] ?)'[^']+'/g, () => `'other'`);
  within(/(?<=\[)/g, () => `'sandbox', 'auditor', `);
  within(/\bresource\.data\.customerId/g, () => 'me().customerId');
}

/** The operands of a condition joined by this sign at its top level, or null if it is not. */
function operands(code: string, { start, end }: Span, sign: '&&' | '||'): Span[] | null {
  const cuts: number[] = [];
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    if ('(['.includes(code.charAt(at))) depth += 1;
    if (')]'.includes(code.charAt(at))) depth -= 1;
    if (depth === 0 && code.startsWith(sign, at)) cuts.push(at);
  }
  if (cuts.length === 0) return null;
  return [start - 2, ...cuts].map((cut, index) => trimmed(code, { start: cut + 2, end: cuts[index] ?? end }));
}

function trimmed(code: string, { start, end }: Span): Span {
  const text = code.slice(start, end);
  return { start: end - text.trimStart().length, end: start + text.trimEnd().length };
}

function matches(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}
