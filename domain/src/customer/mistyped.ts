/** Where most private mailboxes are; a domain that is nearly one of these is probably meant to be it. */
const COMMON = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  't-online.de',
  'aol.com',
];
/** Real, and one letter from one of these. */
const REAL = ['mail.com', 'email.com', 'live.co', 'me.com'];

/**
 * The address that was probably meant, or null: one letter missing, added, changed or swapped in a well-known
 * domain. A mistyped address makes a customer whom nobody can reach, and it never changes afterwards.
 */
export function probablyMeant(email: string): string | null {
  const at = email.lastIndexOf('@');
  const domain = email
    .slice(at + 1)
    .trim()
    .toLowerCase();
  if (at < 1 || COMMON.includes(domain) || REAL.includes(domain)) return null;
  const meant = COMMON.find((common) => isOneSlipFrom(domain, common));
  return meant === undefined ? null : `${email.slice(0, at)}@${meant}`;
}

function isOneSlipFrom(typed: string, meant: string): boolean {
  let start = 0;
  while (start < Math.min(typed.length, meant.length) && typed[start] === meant[start]) start++;
  const [a, b] = [typed.slice(start), meant.slice(start)];
  const swapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || swapped;
}
