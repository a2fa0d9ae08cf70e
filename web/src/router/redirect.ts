/**
 * The place to go after sign-in, out of an address anybody may have written: only a path of this very site,
 * and not the sign-in page again. Anything else gives null.
 */
export function safeRedirect(raw: unknown, origin: string = location.origin): string | null {
  if (typeof raw !== 'string' || !raw.startsWith('/') || raw.length > 2_000) return null;
  // Browsers drop control characters and read "\" as "/", which turns "/\evil" into another host.
  if ([...raw].some((c) => c === '\\' || c.charCodeAt(0) < 32 || c.charCodeAt(0) === 127)) return null;
  if (raw.startsWith('//')) return null;
  const url = URL.parse(raw, origin);
  if (url === null || url.origin !== origin || url.pathname.startsWith('//')) return null;
  const path = url.pathname + url.search + url.hash;
  return url.pathname === '/sign-in' ? null : path;
}
