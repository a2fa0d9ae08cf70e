import { manageDocument } from '@latchkey/functions/manage/document/document';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ManageAnswer } from './manage.ts';

interface Media {
  readonly schema: object;
  readonly example?: unknown;
}
interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Media>>;
  readonly headers?: Readonly<Record<string, unknown>>;
}
export interface DocumentedOperation {
  readonly operationId: string;
  readonly description: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description: string;
    readonly schema: object;
  }[];
  readonly responses: Readonly<Record<string, Response>>;
}
export interface ManageDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

/** As it crosses the wire. */
export const DOCUMENT = JSON.parse(JSON.stringify(manageDocument())) as ManageDocument;

export interface Documented {
  readonly method: string;
  /** Below /v1/manage, with {names}. */
  readonly path: string;
  readonly operation: DocumentedOperation;
}

export const OPERATIONS: readonly Documented[] = Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    return { method: method.toUpperCase(), path: path.replace('/v1/manage', ''), operation };
  }),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'latchkey:manage', ...DOCUMENT });
const compiled = new Map<object, ValidateFunction>();

/** What is wrong with a value by one of the document's schemas. */
export function faults(schema: object, value: unknown): unknown[] {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    const text = JSON.stringify(schema).replaceAll('"#/', '"latchkey:manage#/');
    validate = ajv.compile(JSON.parse(text) as object);
    compiled.set(schema, validate);
  }
  return validate(value) ? [] : (validate.errors ?? []);
}

function resolved(response: Response): Response {
  const name = response.$ref?.split('/').at(-1);
  return name === undefined ? response : (DOCUMENT.components.responses[name] ?? {});
}

/** What is wrong with an answer by what the document says of the operation; nothing where it keeps its word. */
export function unlikeDocument({ operation }: Documented, answer: ManageAnswer): unknown[] {
  const documented = operation.responses[String(answer.status)];
  if (documented === undefined)
    return [`status ${answer.status} is not documented: ${answer.text.slice(0, 300)}`];
  const { content } = resolved(documented);
  if (content === undefined) return answer.text === '' ? [] : ['a body where none is documented'];
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const media = content[type];
  return media === undefined ? [`${type} is not documented`] : faults(media.schema, answer.body);
}
