/** IPv4 networks that are nobody's on the open internet: first address and length of the prefix. */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/**
 * Whether an address that a name was resolved to is one of the open internet. Private, link-local (the clouds'
 * metadata services), loopback, shared (CGNAT), documentation, multicast and reserved ones are not; of IPv6 only
 * 2000::/3 is, without the ranges that carry an IPv4 address in them (6to4, Teredo) and those for documentation.
 * IPv4-mapped and NAT64 addresses lie outside of it. What is no plain address is refused as well.
 * Source: IANA's special-purpose address registries.
 */
export function isPublicAddress(address: string): boolean {
  const v4 = parseV4(address);
  if (v4 !== null) return !CLOSED_V4.some(([first, bits]) => v4 >>> (32 - bits) === prefixOf(first, bits));
  const groups = parseV6(address);
  if (groups === null) return false;
  const [a = 0, b = 0] = groups;
  if (a >>> 13 !== 1) return false;
  if (a === 0x2001 && (b < 0x200 || b === 0xdb8)) return false;
  return a !== 0x2002 && !(a === 0x3fff && b < 0x1000);
}

/** An IPv4 address in its plain form as one number, or null. */
function parseV4(text: string): number | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return null;
  const numbers = parts.map(Number);
  if (numbers.some((part) => part > 255)) return null;
  return numbers.reduce((sum, part) => sum * 256 + part, 0);
}

function prefixOf(first: string, bits: number): number {
  return (parseV4(first) ?? 0) >>> (32 - bits);
}

/** The eight groups of an IPv6 address, or null; one with a zone is none that we would call. */
function parseV6(text: string): readonly number[] | null {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return null;
  const [head, tail] = halves.map(groupsOf);
  if (!head || tail === null) return null;
  if (tail === undefined) return head.length === 8 ? head : null;
  const missing = 8 - head.length - tail.length;
  return missing < 1 ? null : [...head, ...Array<number>(missing).fill(0), ...tail];
}

function groupsOf(text: string): number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  for (const part of text.split(':')) {
    const v4 = part.includes('.') ? parseV4(part) : null;
    if (v4 !== null) groups.push(v4 >>> 16, v4 & 0xffff);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(parseInt(part, 16));
    else return null;
  }
  return groups;
}
