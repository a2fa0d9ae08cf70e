/** What the reference reads of the OpenAPI document. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}
interface Media {
  readonly schema: Schema;
  readonly example?: unknown;
}
export interface Answer {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Readonly<Record<string, Media>>;
}
export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required?: boolean;
    readonly description: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Answer>>;
}
export interface ApiDocument {
  readonly info: { readonly description: string; readonly version: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Answer>>;
  };
}

/** Where the document is, for programs and for this page alike. */
export const DOCUMENT_ADDRESS = '/v1/manage/openapi.json';

export interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The operations of a group that hold each word of the text. */
export function operationsOf({ paths }: ApiDocument, tag: string, text: string): Listed[] {
  const words = text.toLowerCase().split(/\s+/);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const said = `${method} ${path} ${operation.summary} ${operation.operationId}`.toLowerCase();
      const shown = operation.tags.includes(tag) && words.every((word) => said.includes(word));
      return shown ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );
}

/** An answer that is kept apart, where it is only referred to. */
export function answerOf({ components }: ApiDocument, answer: Answer): Answer {
  return components.responses[answer.$ref?.split('/').at(-1) ?? ''] ?? answer;
}

export interface Field {
  /** "product.name", "items[].id" */
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
  readonly description: string;
}

/** The fields of a schema, those of its objects below it; no deeper than anybody reads. */
export function fieldsOf(document: ApiDocument, schema: Schema, prefix = '', depth = 0): Field[] {
  const plain = resolved(document, schema);
  if (plain.items) return fieldsOf(document, plain.items, `${prefix.replace(/\.$/, '')}[].`, depth);
  const all = plain.oneOf ?? plain.anyOf;
  if (all) return all.flatMap((one) => fieldsOf(document, one, prefix, depth)).filter(isFirst);
  return Object.entries(plain.properties ?? {}).flatMap(([name, property]) => {
    const inner = resolved(document, property);
    const field: Field = {
      name: `${prefix}${name}`,
      type: typeOf(inner),
      needed: plain.required?.includes(name) ?? false,
      description: property.description ?? inner.description ?? '',
    };
    return [field, ...(depth < 3 ? fieldsOf(document, inner, `${prefix}${name}.`, depth + 1) : [])];
  });
}

/** One of several forms may say the same field again. */
function isFirst(field: Field, index: number, all: readonly Field[]): boolean {
  return all.findIndex(({ name }) => name === field.name) === index;
}

function resolved({ components }: ApiDocument, schema: Schema): Schema {
  return components.schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;
}

export function typeOf({ type, format, enum: values, oneOf, anyOf }: Schema): string {
  if (values && values.length <= 8) return values.map((value) => JSON.stringify(value)).join(' · ');
  if (type === undefined) return (oneOf ?? anyOf)?.map(typeOf).join(' or ') ?? 'any';
  const words = typeof type === 'string' ? type : type.join(' or ');
  return format === undefined ? words : `${words} (${format})`;
}
