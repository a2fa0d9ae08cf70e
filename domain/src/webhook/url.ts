import { isPublicAddress } from './address.ts';

export const MAX_URL = 500;

/** Endings of names that no public name server knows. */
const HOUSE_NAMES = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/;

export type CheckedUrl =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly problem: string };

const no = (problem: string): CheckedUrl => ({ ok: false, problem });

/**
 * Whether deliveries may go to an address, as far as that can be told without asking a name server; whoever sends
 * looks again at what the name resolves to.
 * @param localOrigin the one origin on this machine that a local stack allows (its demo receiver); otherwise null
 */
export function checkWebhookUrl(text: string, localOrigin: string | null): CheckedUrl {
  const url = text.length > MAX_URL ? null : parsed(text);
  if (url === null)
    return no('Enter a whole web address of at most 500 characters, such as https://example.com/hooks.');
  if (url.username !== '' || url.password !== '')
    return no('The address must not hold a user name or a password.');
  url.hash = '';
  if (localOrigin !== null && url.origin === localOrigin) return { ok: true, url: url.href };
  if (url.protocol !== 'https:') return no('The address must begin with https://.');
  if (url.port !== '' && Number(url.port) < 1024)
    return no('Ports below 1024 other than 443 are not called.');
  return hostProblem(url.hostname.replace(/\.$/, '')) ?? { ok: true, url: url.href };
}

/** The web address of a host is in its plain form already: numbers like 0x7f.1 were written out by the parser. */
function hostProblem(host: string): CheckedUrl | null {
  const literal = host.startsWith('[') ? host.slice(1, -1) : /^[\d.]+$/.test(host) ? host : null;
  if (literal !== null) {
    return isPublicAddress(literal) ? null : no('Addresses inside a private network are never called.');
  }
  if (!host.includes('.') || HOUSE_NAMES.test(host)) {
    return no('The host must have a public name, such as hooks.example.com.');
  }
  return null;
}

function parsed(text: string): URL | null {
  try {
    return new URL(text.trim());
  } catch {
    return null;
  }
}
