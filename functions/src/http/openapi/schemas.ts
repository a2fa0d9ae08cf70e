import {
  ActivateAnswer,
  ActivationAnswer,
  DeactivateAnswer,
  LicenseAnswer,
  ValidateAnswer,
} from '@latchkey/domain/wire/answer';
import { ActivateRequest, DeactivateRequest, ValidateRequest } from '@latchkey/domain/wire/check';
import { ContractLicensesAnswer, ContractLicensesRequest } from '@latchkey/domain/wire/contractLicenses';
import { Problem } from '@latchkey/domain/wire/problem';
import * as z from 'zod';
import { Health, KeySet } from './otherAnswers.ts';
import { TokenClaims } from './tokenClaims.ts';

type Side = 'input' | 'output';
type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Every named schema of the document; requests as they are sent (defaults may be left out). */
const NAMED: Readonly<Record<string, readonly [z.ZodType, Side]>> = {
  ValidateRequest: [ValidateRequest, 'input'],
  ActivateRequest: [ActivateRequest, 'input'],
  DeactivateRequest: [DeactivateRequest, 'input'],
  ValidateAnswer: [ValidateAnswer, 'output'],
  ActivateAnswer: [ActivateAnswer, 'output'],
  DeactivateAnswer: [DeactivateAnswer, 'output'],
  ContractLicensesRequest: [ContractLicensesRequest, 'input'],
  ContractLicensesAnswer: [ContractLicensesAnswer, 'output'],
  License: [LicenseAnswer, 'output'],
  Activation: [ActivationAnswer, 'output'],
  TokenClaims: [TokenClaims, 'output'],
  Problem: [Problem, 'output'],
  KeySet: [KeySet, 'output'],
  Health: [Health, 'output'],
};

/**
 * JSON Schema 2020-12, which is what OpenAPI 3.1 speaks, out of the schemas that guard the doors. A
 * named schema inside another one becomes a reference.
 */
export function componentSchemas(): Record<string, JsonSchema> {
  const names = new Map<unknown, string>(Object.entries(NAMED).map(([name, [schema]]) => [schema, name]));
  const convert = ([schema, io]: readonly [z.ZodType, Side]): JsonSchema => {
    const {
      $schema: _dialect,
      $defs: _unused,
      ...converted
    } = z.toJSONSchema(schema, {
      io,
      override({ zodSchema, jsonSchema, path }) {
        const inner = path.length > 0 ? names.get(zodSchema) : undefined;
        if (inner === undefined) tidy(jsonSchema, path);
        else replace(jsonSchema, { $ref: `#/components/schemas/${inner}` });
      },
    });
    return converted;
  };
  return Object.fromEntries(Object.entries(NAMED).map(([name, entry]) => [name, convert(entry)]));
}

/** Says what readers and code generators need, and drops what only repeats the type. */
function tidy(schema: JsonSchema, path: readonly (string | number)[]): void {
  if (schema.format === 'date-time') delete schema.pattern;
  if (schema.minLength === 0) delete schema.minLength;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  // Features are whatever JSON the seller put there.
  if (path.at(-1) === 'features' && schema.type === 'object') schema.additionalProperties = true;
  if (path.at(-1) === 'token') Object.assign(schema, TOKEN);
}

/** The token is text, and what the text holds is known too. */
const TOKEN = {
  contentMediaType: 'application/jwt',
  contentSchema: { $ref: '#/components/schemas/TokenClaims' },
};

function replace(schema: object, other: object): void {
  for (const name of Object.keys(schema)) Reflect.deleteProperty(schema, name);
  Object.assign(schema, other);
}
