import { lookup } from 'node:dns/promises';
import { isPublicAddress } from '@latchkey/domain/webhook/address';

/** Gives every address of a name, those of IPv4 first: from where functions run, IPv6 may lead nowhere. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export const systemResolve: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, order: 'ipv4first' })).map(({ address }) => address);

/** An address must not be called. The message is for whoever entered it. */
export class ClosedAddress extends Error {
  override readonly name = 'ClosedAddress';
}

/**
 * The address to connect to, resolved once: a name that answers differently the next time changes nothing. One
 * private address among several is enough to refuse them all.
 * @throws ClosedAddress
 */
export async function publicAddress(hostname: string, resolve: Resolve): Promise<string> {
  const literal = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  const isLiteral = literal.includes(':') || /^[\d.]+$/.test(literal);
  const addresses = isLiteral ? [literal] : await resolve(literal);
  const [first] = addresses;
  if (first === undefined) throw new ClosedAddress('The host has no address.');
  if (!addresses.every(isPublicAddress)) {
    throw new ClosedAddress('The host leads into a private network, which is never called.');
  }
  return first;
}
