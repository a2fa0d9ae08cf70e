import type { Catalog } from './catalog.ts';

export const proof = {
  least: (characters: number) => `Mindestens ${characters} Zeichen.`,
  tooShort: (characters: number) => `Verwenden Sie mindestens ${characters} Zeichen.`,
  code: 'Code',
  codeWrong: 'Dieser Code stimmt nicht, oder seine Zeit ist um. Nehmen Sie den neuesten.',
  codeNeeded: 'Geben Sie die 6 Ziffern ein.',
  secondFactor: 'Zweiter Faktor',
  enterCode: (app: string) => `Geben Sie den Code ein, den ${app} jetzt anzeigt.`,
  yourApp: 'Ihre Authentifizierungs-App',
  cancel: 'Abbrechen',
  confirm: 'Bestätigen',
} satisfies Catalog['proof'];
