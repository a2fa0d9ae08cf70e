/** Builds a field path from names that may hold dots, blanks or quotes (a feature name, say). */
export function fieldPath(...names: string[]): string {
  return names.map(quote).join('.');
}

/** Splits a field path into the names it walks through. Throws on a path that names nothing. */
export function fieldNames(path: string): string[] {
  const names: string[] = [];
  const pattern = /(?:`((?:[^`\\]|\\.)*)`|([^.`]+))(\.|$)/gy;
  let end = 0;
  for (let match = pattern.exec(path); match !== null; match = pattern.exec(path)) {
    names.push(match[2] ?? (match[1] ?? '').replace(/\\(.)/g, '$1'));
    end = pattern.lastIndex;
    if (match[3] === '') break;
  }
  if (names.length === 0 || end !== path.length || path.endsWith('.')) throw new Error('not a field path');
  return names;
}

function quote(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `\`${name.replace(/[\\`]/g, '\\$&')}\``;
}
