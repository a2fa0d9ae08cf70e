import type { ApiDocument, Operation } from './document.ts';

export interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export interface Group {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly Listed[];
}

/** The groups of the document with those operations that hold each word of the text; groups without any are left out. */
export function groupsOf(document: ApiDocument, text: string): Group[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      return { method: method.toUpperCase(), path, operation };
    }),
  );
  const found = all.filter((listed) => words.every((word) => saidOf(listed).includes(word)));
  return document.tags
    .map((tag) => ({
      ...tag,
      operations: found.filter(({ operation }) => operation.tags.includes(tag.name)),
    }))
    .filter(({ operations }) => operations.length > 0);
}

function saidOf({ method, path, operation }: Listed): string {
  const { summary, operationId, description } = operation;
  return `${method} ${path} ${summary} ${operationId} ${description}`.toLowerCase();
}

/** What goes wrong, in a sentence, and the codes that tell it. The document lists them at its end: "… Codes: A, B." */
export function errorWords(description: string): {
  readonly sentence: string;
  readonly codes: readonly string[];
} {
  const [sentence = '', list = ''] = description.split(/ ?Codes: /);
  const codes = list.split(/[,\s.]+/).filter((code) => /^[A-Z][A-Z_0-9]+$/.test(code));
  return { sentence, codes };
}
