import type { IdentifierType } from '../activation/identifier.ts';
import type { Environment } from '../environment.ts';
import { isFeatureEnabled } from './features.ts';
import type { TellingFacts } from './findings.ts';
import type { License } from './license.ts';

interface Asked {
  readonly code: string;
  readonly environment: Environment;
  readonly identifierType?: IdentifierType;
}

/** What sentences about a license may name. */
export function tellingFacts(license: License, { code, environment, identifierType }: Asked): TellingFacts {
  const { features } = license;
  return {
    home: license.environment,
    asked: environment,
    productName: license.productName,
    keyHint: license.keyHint,
    device: identifierType === 'domain' ? 'domain' : 'device',
    slotLimit: license.activationLimit,
    features: Object.keys(features).filter((name) => isFeatureEnabled(features, name)),
    code,
  };
}
