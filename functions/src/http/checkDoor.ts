import type { Identifier } from '@latchkey/domain/activation/identifier';
import { identifierText, normaliseIdentifier } from '@latchkey/domain/activation/identifier';
import { foldKey } from '@latchkey/domain/key/fold';
import { isOk } from '@latchkey/domain/license/codes';
import type { CheckAction, Question } from '@latchkey/domain/license/validation';
import { verdictReason } from '@latchkey/domain/license/verdictReason';
import type { ActivateRequest, DeactivateRequest, ValidateRequest } from '@latchkey/domain/wire/check';
import { tokenClaims } from '@latchkey/domain/wire/token';
import { activationAnswer, licenseAnswer } from '@latchkey/domain/wire/views';
import { deviceHash } from '../crypto/deviceHash.ts';
import { signToken } from '../crypto/tokens.ts';
import type { CheckResult } from '../operations/checkResult.ts';
import type { Call as OperationCall, Tools } from '../operations/context.ts';
import type { Wanted } from '../operations/findLicense.ts';
import type { Limits, Quotas } from './limits.ts';
import type { OverLimitCounts } from './overLimitCounts.ts';
import type { Call } from './route.ts';

type CheckRequest = ValidateRequest | ActivateRequest | DeactivateRequest;

/** A request in the form in which operations take it. */
export interface Asked {
  readonly call: OperationCall;
  readonly wanted: Wanted;
  readonly question: Question;
}

/** What the three doors share: who asks is counted, the key is hashed, the clock was read once. */
export function checkDoor(tools: () => Tools, limits: () => Limits, overLimit: () => OverLimitCounts) {
  return async function check<Input extends CheckRequest>(
    action: CheckAction,
    input: Input,
    call: Call,
    operation: (asked: Asked) => Promise<CheckResult>,
  ) {
    const asked = ask(tools(), action, input, call);
    const result = await counted(asked, { limits: limits(), overLimit }, call.address, () =>
      operation(asked),
    );
    return answer(action, asked, result, input.nonce);
  };
}

function ask(tools: Tools, action: CheckAction, input: CheckRequest, call: Call): Asked {
  const identifier = identifierOf(input);
  const { environment, key } = input;
  return {
    call: { ...tools, now: call.now, requestId: call.requestId, actor: { kind: 'software' } },
    wanted: { environment, key, keyHash: tools.keyHash(foldKey(key)), identifier },
    question: {
      action,
      product: input.product ?? null,
      identifierType: input.identifierType,
      identifier,
      features: ('features' in input ? input.features : undefined) ?? [],
    },
  };
}

function identifierOf(input: CheckRequest): Identifier | null {
  if (input.identifier === undefined) return null;
  const value = normaliseIdentifier(input.identifierType, input.identifier);
  // The schema refused identifiers without a normal form.
  return value === null ? null : { type: input.identifierType, value };
}

/** Limits come before any read; only keys this process has not met count as possibly unknown. */
async function counted(
  { call, wanted }: Asked,
  { limits, overLimit }: { readonly limits: Limits; readonly overLimit: () => OverLimitCounts },
  address: string,
  operation: () => Promise<CheckResult>,
): Promise<CheckResult> {
  const { environment, keyHash, identifier } = wanted;
  const quotas = (): Quotas => call.settings.latest(call.store, environment, 'limits');
  const device = identifier ? deviceHash(identifierText(identifier)) : '';
  const known = call.memory.recall(environment, keyHash);
  try {
    limits.request({ address, keyHash, device }, quotas);
  } catch (refusal) {
    // What a license's software asks far too often is told to the abuse rules; of unknown keys nobody tells.
    if (known !== undefined) overLimit().add(environment, known);
    throw refusal;
  }
  if (known !== undefined) return operation();
  return limits.lookUp(address, operation, ({ code }) => code === 'NOT_FOUND', quotas);
}

async function answer(
  action: CheckAction,
  { call, wanted, question }: Asked,
  result: CheckResult,
  nonce?: string,
) {
  const { code, license, device } = result;
  const { now } = call;
  const claims = tokenClaims(
    {
      action,
      code,
      environment: wanted.environment,
      nonce: nonce ?? null,
      deviceHash: wanted.identifier && deviceHash(identifierText(wanted.identifier)),
      license,
    },
    now,
  );
  return {
    ok: isOk(code),
    code,
    reason: verdictReason(code, question, wanted.environment, license, now),
    serverTime: now.toISOString(),
    ...(nonce !== undefined && { nonce }),
    license: license && licenseAnswer(license, now),
    activation: license && device && activationAnswer(license, device),
    token: await signToken({ ...claims }),
  };
}
