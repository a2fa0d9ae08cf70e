import type { App } from 'vue';

interface Head {
  readonly style: readonly { readonly textContent: string }[];
}

/**
 * Vuetify writes its theme's colours into a <style> element, which a strict content security policy forbids.
 * It hands them to a document-head library where one is provided, so this provides the smallest one: it keeps
 * the text in a constructed stylesheet, which the policy allows. Call it before the app uses Vuetify.
 */
export function provideThemeStylesheet(app: App): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const write = (head: () => Head): void =>
    sheet.replaceSync(
      head()
        .style.map((s) => s.textContent)
        .join('\n'),
    );
  const push = (head: () => Head): { patch: typeof write } => {
    write(head);
    return { patch: write };
  };
  app.provide('usehead', { push });
}
