import type { ImportDeed, ImportMode } from '@latchkey/domain/import/deeds';
import { IMPORT_DEEDS } from '@latchkey/domain/import/deeds';
import type { ImportSubject } from '@latchkey/domain/import/subjects';
import type { Job } from '@latchkey/domain/job/job';

interface SubjectWords {
  readonly title: string;
  /** What it does, in a sentence. */
  readonly text: string;
  readonly template: string;
}

export const SUBJECT_WORDS: Readonly<Record<ImportSubject, SubjectWords>> = {
  licenses: {
    title: 'Licenses',
    text: 'Creates licenses, with keys of your own or new ones, and their customers.',
    template: 'licenses-template.csv',
  },
  customers: {
    title: 'Customers',
    text: 'Creates customers who own no license yet.',
    template: 'customers-template.csv',
  },
  assignments: {
    title: 'Assignments',
    text: 'Gives licenses that are available to customers, by key or the next of a product.',
    template: 'assignments-template.csv',
  },
};

/** One figure of a check or an import. */
export interface ImportFigure {
  readonly name: string;
  readonly count: number;
  readonly tone: 'green' | 'grey' | 'amber';
}

const NAMES: Readonly<Record<ImportMode, Readonly<Record<ImportDeed, string>>>> = {
  check: {
    CREATE_LICENSE: 'Licenses to create',
    ASSIGN_LICENSE: 'Licenses to assign',
    CREATE_CUSTOMER: 'Customers to create',
    ALREADY_SO: 'Already so',
  },
  apply: {
    CREATE_LICENSE: 'Licenses created',
    ASSIGN_LICENSE: 'Licenses assigned',
    CREATE_CUSTOMER: 'Customers created',
    ALREADY_SO: 'Already so',
  },
};

const DEED_OF: Readonly<Record<ImportSubject, ImportDeed>> = {
  licenses: 'CREATE_LICENSE',
  customers: 'CREATE_CUSTOMER',
  assignments: 'ASSIGN_LICENSE',
};

/** What the rows so far did or would do. */
export function importFigures(
  subject: ImportSubject,
  mode: ImportMode,
  progress: Job['progress'],
): ImportFigure[] {
  const count = (deed: ImportDeed): number => progress.deeds?.[deed] ?? 0;
  const shown = IMPORT_DEEDS.filter((deed) => deed === DEED_OF[subject] || deed === 'ALREADY_SO');
  return [
    ...shown.map((deed) => ({
      name: NAMES[mode][deed],
      count: count(deed),
      tone: deed === 'ALREADY_SO' ? ('grey' as const) : ('green' as const),
    })),
    { name: 'Refused', count: progress.refused, tone: 'amber' },
  ];
}

/** Rows of a check that an import would change something with. */
export function rowsToDo(subject: ImportSubject, { deeds }: Job['progress']): number {
  return deeds?.[DEED_OF[subject]] ?? 0;
}

export function manyRows(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}
