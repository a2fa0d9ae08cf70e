/** What the reference reads of the OpenAPI document. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}
export interface Media {
  readonly schema: Schema;
  readonly example?: unknown;
}
export interface Answer {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Readonly<Record<string, Media>>;
}
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example?: unknown;
}
export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly Parameter[];
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

/** An answer that is kept apart, where it is only referred to. */
export function answerOf({ components }: ApiDocument, answer: Answer): Answer {
  return components.responses[answer.$ref?.split('/').at(-1) ?? ''] ?? answer;
}

/** A schema that is kept apart, where it is only referred to. */
export function resolved({ components }: ApiDocument, schema: Schema): Schema {
  return components.schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;
}

/** The one media type that a request or an answer has. */
export function mediaOf(content: Readonly<Record<string, Media>> | undefined): Media | undefined {
  return Object.values(content ?? {})[0];
}
