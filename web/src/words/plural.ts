import type { Language } from '@latchkey/domain/language';

/** The forms of a word by number; which ones there are depends on the language, `other` always is. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** `const n = plural('en'); n(3, { one: '1 device', other: '3 devices' })` by the rules of the language. */
export function plural(language: Language): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
