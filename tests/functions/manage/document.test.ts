import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { MANAGE_ROUTES } from '@latchkey/functions/manage/routes';
import { expect, test } from 'vitest';
import { DOCUMENT, faults, OPERATIONS } from '../../support/manageDocument.ts';

test('is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate({ ...structuredClone(DOCUMENT) });
  expect(errors ?? []).toEqual([]);
  expect([valid, validator.version]).toEqual([true, '3.1']);
});

test('passes the recommended rules of a linter, warnings included', async () => {
  const config = await createConfig({
    extends: ['recommended'],
    rules: { 'security-defined': 'error', 'operation-description': 'error', 'tag-description': 'error' },
  });
  const found = await lintFromString({ source: JSON.stringify(DOCUMENT), config });
  expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
}, 60_000);

test('describes every operation that answers, and no other', () => {
  const answering = MANAGE_ROUTES.map(({ method, path, id }) => `${method.toUpperCase()} ${path} ${id}`);
  const described = OPERATIONS.map(
    ({ method, path, operation }) => `${method} ${path} ${operation.operationId}`,
  );
  expect(described.toSorted()).toEqual(answering.toSorted());
});

test('describes every field and parameter', () => {
  const silent: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { properties, parameters } = value as {
      properties?: Record<string, object>;
      parameters?: readonly { name: string; description?: string }[] | object;
    };
    for (const [name, field] of Object.entries(properties ?? {})) {
      if (!('description' in field) && !('$ref' in field)) silent.push(`${path}.${name}`);
    }
    for (const { name, description } of Array.isArray(parameters) ? parameters : [])
      if (!description) silent.push(`${path} ${name}`);
    for (const [name, member] of Object.entries(value)) {
      if (name !== 'example') walk(member, `${path}/${name}`);
    }
  };
  walk(DOCUMENT, '');
  expect(silent).toEqual([]);
});

test('shows an example of every body and every answer, and each is what its schema says', () => {
  for (const { operation, method, path } of OPERATIONS) {
    const bodies = Object.values(operation.requestBody?.content ?? {});
    const answers = Object.values(operation.responses).flatMap((response) =>
      Object.values(response.content ?? {}),
    );
    for (const { schema, example } of [...bodies, ...answers]) {
      expect(example, `${method} ${path}`).toBeDefined();
      expect(faults(schema, example), `${method} ${path}`).toEqual([]);
    }
  }
  for (const { content = {} } of Object.values(DOCUMENT.components.responses)) {
    for (const { schema, example } of Object.values(content)) expect(faults(schema, example)).toEqual([]);
  }
});
