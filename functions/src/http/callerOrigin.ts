import type { IncomingMessage } from 'node:http';
import { networkPseudonym } from '../crypto/keyHash.ts';
import type { OriginOf } from '../operations/abuse/originWrites.ts';

/**
 * Where a caller is, as far as the abuse rules may know: a pseudonym of the network and the country.
 * @param address as clientAddress gives it
 * @param countryHeader the field in which the platform's proxy names the country; null = nobody names it
 */
export function callerOrigin(
  request: IncomingMessage,
  address: string,
  countryHeader: string | null,
): OriginOf {
  const network = networkOf(address);
  const country = countryOf(countryHeader === null ? undefined : request.headers[countryHeader]);
  return (licenseId) => ({ network: networkPseudonym(licenseId, network), country });
}

/** What proxies say where they do not know; as a country of its own it would count as one more. */
const NOWHERE = ['ZZ', 'XX'];

/** Two capitals, or null. */
export function countryOf(named: string | readonly string[] | undefined): string | null {
  if (typeof named !== 'string' || !/^[A-Za-z]{2}$/.test(named)) return null;
  const country = named.toUpperCase();
  return NOWHERE.includes(country) ? null : country;
}

/** The first three numbers of an IPv4 address, the first three groups of an IPv6 network. */
export function networkOf(address: string): string {
  return /^\d+\.\d+\.\d+\.\d+$/.test(address)
    ? address.replace(/\.\d+$/, '')
    : address.split(':').slice(0, 3).join(':');
}
