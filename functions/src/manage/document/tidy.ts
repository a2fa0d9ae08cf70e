import { FIELD_WORDS } from './fieldWords.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type JsonMembers = { [name: string]: Json };

/** The document with each record said once, and with a description for every field. */
export function tidied(document: object): object {
  const copy = JSON.parse(JSON.stringify(document)) as JsonMembers;
  const schemas = named(copy);
  const names = new Map(Object.entries(schemas).map(([name, schema]) => [JSON.stringify(schema), name]));
  for (const path of Object.values(members(copy['paths']))) refer(path, names);
  for (const [name, schema] of Object.entries(schemas)) walk(schema, name);
  walk(copy['paths'] ?? null, '');
  return copy;
}

/** Addresses below this are no operations: each holds the schema of one record. */
export const NAMING = '/named/';

/** Moves the schemas of records to where documents keep them. */
function named(document: JsonMembers): JsonMembers {
  const schemas: JsonMembers = {};
  const paths = members(document['paths']);
  for (const [path, item] of Object.entries(paths)) {
    if (!path.startsWith(NAMING)) continue;
    const answer = members(members(members(item)['get'])['responses'])['200'];
    const media = members(members(members(answer)['content'])['application/json']);
    schemas[path.slice(NAMING.length)] = media['schema'] ?? {};
    Reflect.deleteProperty(paths, path);
  }
  members(document['components'])['schemas'] = schemas;
  return schemas;
}

/** A record that is written out becomes a reference to it. */
function refer(value: Json, names: ReadonlyMap<string, string>): void {
  if (Array.isArray(value)) for (const member of value) refer(member, names);
  if (!isMembers(value)) return;
  for (const [key, member] of Object.entries(value)) {
    const name = isMembers(member) ? names.get(JSON.stringify(member)) : undefined;
    if (name === undefined) refer(member, names);
    else value[key] = { $ref: `#/components/schemas/${name}` };
  }
}

function walk(value: Json, owner: string): void {
  if (Array.isArray(value)) for (const member of value) walk(member, owner);
  if (!isMembers(value)) return;
  for (const [name, property] of Object.entries(members(value['properties']))) {
    describe(name, property, owner);
  }
  for (const parameter of Array.isArray(value['parameters']) ? value['parameters'] : []) {
    if (isMembers(parameter)) describeParameter(parameter);
  }
  if (value['minLength'] === 0) delete value['minLength'];
  for (const [name, member] of Object.entries(value)) {
    if (name !== 'example') walk(member, owner);
  }
}

function describeParameter(parameter: JsonMembers): void {
  const { name } = parameter;
  if (typeof name !== 'string' || 'description' in parameter) return;
  parameter['description'] = words(name, '') ?? '';
  // Taken from text, so the generator cannot tell that nothing is not null.
  if (name === 'limit') parameter['schema'] = { type: 'integer', minimum: 1, maximum: 100, default: 50 };
}

function describe(name: string, property: Json, owner: string): void {
  if (!isMembers(property) || 'description' in property || '$ref' in property) return;
  const description = words(name, owner);
  if (description !== null) property['description'] = description;
}

function words(name: string, owner: string): string | null {
  return FIELD_WORDS[`${owner}.${name}`] ?? FIELD_WORDS[name] ?? null;
}

function members(value: Json | undefined): JsonMembers {
  return isMembers(value) ? value : {};
}

function isMembers(value: Json | undefined): value is JsonMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
