import { globSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { baseParse, NodeTypes, type TemplateChildNode } from '@vue/compiler-dom';
import { expect, test } from 'vitest';

const WEB = resolve(import.meta.dirname, '../../web/src');
/** What customers see; what the console alone shows is written in English where it stands. */
const SHOWN = [
  'portal/**/*.vue',
  'signin/*.vue',
  'account/*.vue',
  'settings/own/*.vue',
  '{licenses,activations,downloads}/{own/**/*,*}.vue',
];
const CONSOLES = ['account/SecondFactor.vue', 'account/ReauthenticationDialog.vue'];
const SPOKEN = /^(title|text|label|name|help|purpose|placeholder|alt|verb|consequence|aria-label)$/;
/** Names, which are the same in every language, and what is not for reading. */
const NAMES = /Latchkey|SHA-256|content-type|^[a-z-]*$/;

/** Texts that stand in a template itself. */
function textsOf(nodes: readonly TemplateChildNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === NodeTypes.TEXT) return [node.content];
    if (node.type === NodeTypes.INTERPOLATION) {
      return node.content.loc.source.match(/'[^']*'/g)?.map((text) => text.slice(1, -1)) ?? [];
    }
    if (node.type !== NodeTypes.ELEMENT) return [];
    const said = node.props.flatMap((prop) =>
      prop.type === NodeTypes.ATTRIBUTE && SPOKEN.test(prop.name) ? [prop.value?.content ?? ''] : [],
    );
    return [...said, ...textsOf(node.children)];
  });
}

const files = SHOWN.flatMap((pattern) => globSync(pattern, { cwd: WEB }))
  .map((file) => relative(WEB, resolve(WEB, file)))
  .filter((file) => !CONSOLES.includes(file));

test('the parts that customers see are looked at', () => {
  expect(files).toEqual(expect.arrayContaining(['portal/pages/LicensePage.vue', 'signin/SignInPage.vue']));
  expect(files.length).toBeGreaterThan(40);
});

test.each(files)('%s takes its words from the catalogs, so that every language has them', (file) => {
  const source = readFileSync(resolve(WEB, file), 'utf8');
  const template = /<template>[\s\S]*<\/template>/.exec(source)?.[0] ?? '';
  const words = textsOf(baseParse(template).children).filter((text) => /\p{L}{2}/u.test(text));
  expect(words.filter((text) => !NAMES.test(text.trim()))).toEqual([]);
});
