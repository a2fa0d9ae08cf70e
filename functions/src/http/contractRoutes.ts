import type { Contract } from '@latchkey/domain/contract/contract';
import { remaining } from '@latchkey/domain/contract/contract';
import { contractKeyEnvironment } from '@latchkey/domain/contract/key';
import type { License } from '@latchkey/domain/license/license';
import type { ContractLicensesAnswer, IssuedLicense } from '@latchkey/domain/wire/contractLicenses';
import { ContractLicensesRequest } from '@latchkey/domain/wire/contractLicenses';
import type { Tools } from '../operations/context.ts';
import { contractOfKey } from '../operations/contract/contractOfKey.ts';
import { issueFromContract } from '../operations/contract/issueFromContract.ts';
import type { CountContract } from './contractLimits.ts';
import type { Limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Call, Route } from './route.ts';
import { post } from './route.ts';

const PATH = '/v1/contracts/licenses';

/**
 * The door of partners: licenses within the quota of the contract whose key comes along. Who has no key learns
 * nothing of what the door takes; a decision is answered with 200 whatever it is.
 */
export function contractDoor(tools: Tools, limits: Limits, count: CountContract): Route['answer'] {
  return async (call) => {
    const contract = await authenticated(tools, limits, call);
    count(contract.id, contract.rates);
    return post(PATH, ContractLicensesRequest, (input) => issue(tools, contract, input, call)).answer(call);
  };
}

/** Guessing costs what guessing license keys costs: unknown keys of an address are counted. */
async function authenticated(tools: Tools, limits: Limits, { request, address }: Call): Promise<Contract> {
  const key = /^Bearer +([A-Za-z0-9_]{1,100})$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const environment = contractKeyEnvironment(key);
  if (environment === null) throw unauthorized();
  const keyHash = tools.keyHash(key);
  const quotas = () => tools.settings.latest(tools.store, environment, 'limits');
  limits.request({ address, keyHash, device: '' }, quotas);
  const look = () => contractOfKey(tools.store, environment, keyHash);
  const contract = await limits.lookUp(address, look, (found) => found === null, quotas);
  if (contract === null) throw unauthorized();
  return contract;
}

async function issue(
  tools: Tools,
  contract: Contract,
  { quantity, customer }: ContractLicensesRequest,
  { request, requestId, now }: Call,
): Promise<ContractLicensesAnswer> {
  const call = { ...tools, now, requestId, actor: { kind: 'contract', contractId: contract.id } } as const;
  const asked = {
    quantity,
    customer: customer ? { email: customer.email, name: customer.name ?? null } : null,
    request: repeatable(request.headers['idempotency-key']) ?? `once:${requestId}`,
  };
  const outcome = await issueFromContract(call, contract.environment, contract.id, asked);
  if (outcome.ok) {
    const reason = quantity === 1 ? 'One license was issued.' : `${quantity} licenses were issued.`;
    return body(true, 'ISSUED', reason, outcome.licenses, outcome.contract, now);
  }
  if (outcome.code === 'IDEMPOTENCY_CONFLICT') throw new Refusal('IDEMPOTENCY_CONFLICT', outcome.reason);
  return body(false, outcome.code, outcome.reason, [], contract, now);
}

/** @throws Refusal 400 for one that is no Idempotency-Key */
function repeatable(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const text = String(header).trim();
  if (/^[\x21-\x7e]{1,255}$/.test(text)) return `api:${text}`;
  throw new Refusal('BAD_REQUEST', 'Idempotency-Key takes 1 to 255 visible characters without blanks.');
}

function body(
  issued: boolean,
  code: string,
  reason: string,
  licenses: readonly License[],
  contract: Contract,
  now: Date,
): ContractLicensesAnswer {
  const { id, quota, used, expiresAt } = contract;
  return {
    issued,
    code,
    reason,
    serverTime: now.toISOString(),
    licenses: licenses.map(view),
    contract: {
      id,
      quota,
      used,
      remaining: remaining(contract),
      expiresAt: expiresAt?.toISOString() ?? null,
    },
  };
}

function view(license: License): IssuedLicense {
  const { id, key, environment, status, expiresAt, activationLimit, customerEmail } = license;
  return {
    id,
    key,
    product: { id: license.productId, name: license.productName },
    environment,
    status,
    expiresAt: expiresAt?.toISOString() ?? null,
    activationLimit,
    customerEmail,
  };
}

function unauthorized(): Refusal {
  return new Refusal('UNAUTHORIZED', 'Send the key of an existing contract: Authorization: Bearer lkc_…', {
    headers: { 'www-authenticate': 'Bearer realm="Latchkey contracts"' },
  });
}
