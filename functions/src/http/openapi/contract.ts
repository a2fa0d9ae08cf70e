import type { ContractLicensesAnswer, ContractLicensesRequest } from '@latchkey/domain/wire/contractLicenses';
import type { ProblemCode } from '@latchkey/domain/wire/problemCodes';
import { refusals } from './problems.ts';

const contract = {
  id: 'Zr8mKq2LwXc0VbNt5YpH',
  quota: 500,
  used: 121,
  remaining: 379,
  expiresAt: '2027-12-31T23:59:59.000Z',
} as const;
const serverTime = '2026-11-22T10:15:30.000Z';
const ordered: ContractLicensesRequest = {
  quantity: 1,
  customer: { email: 'ada@example.com', name: 'Ada Almeida' },
};
const issued: ContractLicensesAnswer = {
  issued: true,
  code: 'ISSUED',
  reason: 'One license was issued.',
  serverTime,
  licenses: [
    {
      id: 'h7Qk2mYt0bRwXcVn4zLp',
      key: 'DEMO-ASSI-GNED-0001',
      product: { id: 'acme-editor', name: 'Acme Editor' },
      environment: 'production',
      status: 'assigned',
      expiresAt: '2027-11-22T23:59:59.000Z',
      activationLimit: 3,
      customerEmail: 'ada@example.com',
    },
  ],
  contract,
};
const refused: ContractLicensesAnswer = {
  issued: false,
  code: 'QUOTA_EXCEEDED',
  reason: 'Quota exceeded: nothing is left, so none was issued.',
  serverTime,
  licenses: [],
  contract: { ...contract, used: 500, remaining: 0 },
};

/** The one scheme of this API: the key that the console shows once for each contract. */
export const CONTRACT_KEY = {
  type: 'http',
  scheme: 'bearer',
  description: 'The key of a contract: lkc_, its environment, _ and 40 letters and digits.',
} as const;

/** The door of partners. */
export function contractPath(headers: object, problems: readonly ProblemCode[]): object {
  return {
    post: {
      operationId: 'issueFromContract',
      tags: ['contracts'],
      summary: 'Issue licenses within the quota of a contract',
      description:
        'All of them or none, answered with 200 whatever the decision. With a customer they are assigned at once. ' +
        'The same Idempotency-Key within 24 hours gives the same licenses again and takes nothing from the quota.',
      security: [{ contractKey: [] }],
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: '1 to 255 visible characters that name this request and no other.',
          schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
          example: 'order-10293',
        },
      ],
      requestBody: {
        required: true,
        content: json('ContractLicensesRequest', {
          assigned: { summary: 'One license for a customer', value: ordered },
          stock: { summary: 'Ten licenses to assign later', value: { quantity: 10 } },
        }),
      },
      responses: {
        200: {
          description: 'The decision.',
          headers,
          content: json('ContractLicensesAnswer', {
            issued: { summary: 'Issued and assigned', value: issued },
            refused: { summary: 'Nothing is left', value: refused },
          }),
        },
        ...refusals(...problems),
      },
    },
  };
}

function json(schema: string, examples: object): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, examples } };
}
