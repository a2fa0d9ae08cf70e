/** What the lists are filtered and searched by. */
export const PRODUCTS = [
  'Acme Editor',
  'Acme Plugin',
  'Northwind Ledger',
  'Paperplane Forms',
  'Quarry Render Engine',
  'Tidal Audio Suite',
  'Umbra Backup',
  'Vantage Reports Professional',
] as const;

/** The customer with exactly so many licenses, whatever the number of all. */
export const REGULAR = { name: 'Rosalind Quimby', email: 'rosalind@quimby-instruments.example' };
export const REGULAR_LICENSES = 25;

const FIRST =
  'Ada Bruno Chloe Dmitri Elena Farid Grace Hugo Ingrid Jonas Kemal Lucia Marek Nadia Oscar Priya';
const LAST =
  'Andersen Barros Castellano Dufour Eriksson Fontaine Greenwood Hashimoto Ivanova Jankowski Kowalczyk';
const DOMAINS = ['mail.example.com', 'studio.example.org', 'example.net', 'works.example.com'];
const first = FIRST.split(' ');
const last = LAST.split(' ');

/** Somebody has about three licenses; names repeat as names do, addresses do not. */
export function personOf(n: number): { name: string; email: string } {
  // Those of the regular are spread over the first thousand.
  if (n % 6 !== 0 && n % 31 === 1 && n < 31 * REGULAR_SPREAD) return REGULAR;
  const who = Math.floor(n / 3);
  const given = first[who % first.length] ?? '';
  const family = last[who % last.length] ?? '';
  const email = `${given}.${family}.${who}@${DOMAINS[who % DOMAINS.length] ?? ''}`.toLowerCase();
  return { name: `${given} ${family}`, email };
}

/** 1, 32, 63, ...: every sixth of these is nobody's, so that 25 of the first 30 remain. */
const REGULAR_SPREAD = 30;
