import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address a request is counted under: the one the outermost trusted proxy saw, that is the
 * entry of X-Forwarded-For that many places from the right. Without a trusted proxy, or with fewer
 * entries than proxies, it is the socket's own, so a forged field never helps.
 *
 * An IPv6 caller usually holds a whole /64, so that is what is counted.
 */
export function clientAddress(request: IncomingMessage, trustedProxyHops: number): string {
  const socketAddress = request.socket.remoteAddress ?? '';
  if (trustedProxyHops === 0) return normal(socketAddress);
  const field = request.headers['x-forwarded-for'];
  const entries = (Array.isArray(field) ? field.join() : (field ?? ''))
    .split(',')
    .map((entry) => entry.trim());
  return normal(entries.at(-trustedProxyHops) || socketAddress);
}

function normal(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? network(address) : address.slice(0, 64);
}

/** The first four groups, written out. */
function network(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(8 - left.length - right.length, 0);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
