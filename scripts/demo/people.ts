import type { Chance } from './random.ts';

const FIRST = [
  'Maya',
  'Noah',
  'Ines',
  'Liam',
  'Sofia',
  'Jonas',
  'Priya',
  'Tomás',
  'Yuki',
  'Amira',
  'Erik',
  'Chloé',
] as const;
const LAST = [
  'Berg',
  'Okafor',
  'Silva',
  'Novak',
  'Tanaka',
  'Rossi',
  'Keller',
  'Dubois',
  'Haddad',
  'Lindqvist',
] as const;
const COMPANIES = [
  'northwind',
  'contoso',
  'globex',
  'initech',
  'umbra',
  'fabrikam',
  'hooli',
  'vandelay',
] as const;

export interface DemoPerson {
  readonly email: string;
  /** Not everybody says it. */
  readonly name: string | null;
}

/** Some seventy people of eight companies; every address ends in the reserved `.example`. */
export function demoPeople(random: Chance, count: number): DemoPerson[] {
  const people = new Map<string, DemoPerson>();
  while (people.size < count) {
    const first = random.pick(FIRST);
    const last = random.pick(LAST);
    const email = `${ascii(first)}.${ascii(last)}@${random.pick(COMPANIES)}.example`;
    people.set(email, { email, name: people.size % 9 === 4 ? null : `${first} ${last}` });
  }
  return [...people.values()];
}

function ascii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}
