import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import type { SampleLanguage } from '../samples/samples.ts';

/** A piece of code and what it is ("keyword", "string"), which a style sheet gives a colour. */
export interface CodePiece {
  readonly text: string;
  readonly kind: string | null;
}

const THEME = 'latchkey';

/** Fetched when its language is first shown. */
const GRAMMARS = {
  curl: { name: 'shellscript', load: () => import('shiki/langs/shellscript.mjs') },
  php: { name: 'php', load: () => import('shiki/langs/php.mjs') },
  javascript: { name: 'javascript', load: () => import('shiki/langs/javascript.mjs') },
  python: { name: 'python', load: () => import('shiki/langs/python.mjs') },
} as const satisfies Readonly<Record<SampleLanguage, unknown>>;

let highlighter: Promise<HighlighterCore> | undefined;

function shared(): Promise<HighlighterCore> {
  // The engine in JavaScript: WebAssembly would need a looser content security policy.
  highlighter ??= createHighlighterCore({
    themes: [createCssVariablesTheme({ name: THEME })],
    engine: createJavaScriptRegexEngine(),
  });
  return highlighter;
}

/** The code in pieces; joined they are the code again. */
export async function highlight(code: string, language: SampleLanguage): Promise<CodePiece[]> {
  const { name, load } = GRAMMARS[language];
  const [core, grammar] = await Promise.all([shared(), load()]);
  await core.loadLanguage(grammar.default);
  const lines = core.codeToTokensBase(code, { lang: name, theme: THEME });
  return lines.flatMap((tokens, index) => [
    ...(index === 0 ? [] : [{ text: '\n', kind: null }]),
    ...tokens.map(({ content, color }) => ({ text: content, kind: kindOf(color) })),
  ]);
}

/** This theme has no colours but the names of variables: "var(--shiki-token-keyword)". */
function kindOf(color: string | undefined): string | null {
  return /--shiki-token-([a-z-]+)/.exec(color ?? '')?.[1] ?? null;
}
