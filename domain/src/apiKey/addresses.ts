/** A network: its first bits, and how many of them count. */
interface Network {
  readonly bits: bigint;
  readonly size: 32 | 128;
  readonly prefix: number;
}

/** Callers by IPv6 are known by their first 64 bits only (functions/src/http/clientAddress.ts). */
const KNOWN_BITS = 64;

/** "203.0.113.7", "203.0.113.0/24", "2001:db8::/48": an address or a network. */
export function isNetwork(text: string): boolean {
  return networkOf(text) !== null;
}

/** @param address as the door knows it: IPv4, or the /64 of IPv6. @param allowed null = from anywhere */
export function isAllowedAddress(address: string, allowed: readonly string[] | null): boolean {
  if (allowed === null) return true;
  const caller = networkOf(address);
  if (caller === null) return false;
  return allowed.some((text) => {
    const network = networkOf(text);
    if (network?.size !== caller.size) return false;
    const counted = Math.min(network.prefix, network.size === 128 ? KNOWN_BITS : 32);
    const rest = BigInt(network.size - counted);
    return network.bits >> rest === caller.bits >> rest;
  });
}

function networkOf(text: string): Network | null {
  const [address = '', length, ...more] = text.split('/');
  const four = fourOf(address);
  const parsed =
    four === null ? { bits: sixOf(address), size: 128 as const } : { bits: four, size: 32 as const };
  if (parsed.bits === null || more.length > 0) return null;
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return null;
  const prefix = length === undefined ? parsed.size : Number(length);
  return prefix <= parsed.size ? { bits: parsed.bits, size: parsed.size, prefix } : null;
}

function fourOf(text: string): bigint | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null;
  const parts = text.split('.').map(Number);
  if (parts.some((part) => part > 255)) return null;
  return parts.reduce((bits, part) => (bits << 8n) + BigInt(part), 0n);
}

function sixOf(text: string): bigint | null {
  const halves = text.toLowerCase().split('::');
  if (halves.length > 2) return null;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const [left = [], right] = groups;
  const given = left.length + (right?.length ?? 0);
  if (right === undefined ? given !== 8 : given > 7) return null;
  const all = [...left, ...Array<string>(8 - given).fill('0'), ...(right ?? [])];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null;
  return all.reduce((bits, group) => (bits << 16n) + BigInt(`0x${group}`), 0n);
}
