import { resolved, type ApiDocument, type Schema } from './document.ts';

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
      // A record with a name of its own says nothing of itself.
      description: property.description ?? inner.description ?? 'Its fields follow.',
    };
    return [field, ...(depth < 3 ? fieldsOf(document, inner, `${prefix}${name}.`, depth + 1) : [])];
  });
}

/** One of several forms may say the same field again. */
function isFirst(field: Field, index: number, all: readonly Field[]): boolean {
  return all.findIndex(({ name }) => name === field.name) === index;
}

/** "integer, 1 to 100, else 50" */
export function typeOf(schema: Schema): string {
  const { default: usual } = schema;
  const parts = [
    kindOf(schema),
    boundsOf(schema),
    usual === undefined ? '' : `else ${JSON.stringify(usual)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function kindOf({ type, format, enum: values, const: only, oneOf, anyOf }: Schema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (values && values.length <= 12) return values.map((value) => JSON.stringify(value)).join(' · ');
  if (type === undefined) return (oneOf ?? anyOf)?.map(kindOf).join(' or ') ?? 'any';
  const words = typeof type === 'string' ? type : type.join(' or ');
  return format === undefined ? words : `${words} (${format})`;
}

function boundsOf(schema: Schema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  return [
    spanOf(minimum, maximum, ''),
    spanOf(minLength, maxLength, ' characters'),
    spanOf(minItems, maxItems, ' of them'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a generator writes where it knows no bound. */
const NO_BOUND = Number.MAX_SAFE_INTEGER;

function spanOf(least: number | undefined, most: number | undefined, of: string): string {
  const low = least === undefined || least <= -NO_BOUND ? undefined : least;
  const high = most === undefined || most >= NO_BOUND ? undefined : most.toLocaleString('en');
  if (high === undefined) return low === undefined || low === 0 ? '' : `from ${low}${of}`;
  return low === undefined ? `up to ${high}${of}` : `${low} to ${high}${of}`;
}
