import type { Activation } from '@latchkey/domain/activation/activation';
import type { License } from '@latchkey/domain/license/license';

/** What a code sample asks about; everything in it is put into the code as a literal. */
export interface SampleSubject {
  /** "https://licenses.example.com", with or without a slash at its end. */
  readonly apiUrl: string;
  readonly key: string;
  readonly environment: License['environment'];
  readonly productId: string;
  readonly identifier: string;
  readonly identifierType: Activation['identifierType'];
}

/** Stands where the key goes until somebody has chosen to see it. */
export const KEY_PLACEHOLDER = 'YOUR-LICENSE-KEY';
/** Stands where the device goes while the license has none. */
export const DEVICE_PLACEHOLDER = 'YOUR-DEVICE-ID';

type Device = Pick<Activation, 'identifier' | 'identifierType'>;

/** This license's own values; the key only when it is revealed. */
export function sampleSubject(
  license: Pick<License, 'key' | 'environment' | 'productId'>,
  device: Device | null,
  { apiUrl, revealed }: { readonly apiUrl: string; readonly revealed: boolean },
): SampleSubject {
  return {
    apiUrl,
    key: revealed ? license.key : KEY_PLACEHOLDER,
    environment: license.environment,
    productId: license.productId,
    identifier: device?.identifier ?? DEVICE_PLACEHOLDER,
    identifierType: device?.identifierType ?? 'hardware',
  };
}

export function validateUrl({ apiUrl }: SampleSubject): string {
  return `${apiUrl.replace(/\/+$/, '')}/v1/validate`;
}

/** The fields of the request, in the order of the contract, all but the nonce. */
export function questionFields(subject: SampleSubject): readonly (readonly [name: string, value: string])[] {
  return [
    ['key', subject.key],
    ['environment', subject.environment],
    ['product', subject.productId],
    ['identifier', subject.identifier],
    ['identifierType', subject.identifierType],
  ];
}
