import Papa from 'papaparse';
import { csvCell } from '@latchkey/domain/csv/cell';
import type { Environment } from '@latchkey/domain/environment';
import type { Customer } from '@latchkey/domain/customer/customer';
import {
  CUSTOMER_PARTS,
  type CustomerPart,
  type ExportCustomerAnswer,
  type ExportCustomerRequest,
  type ExportedRow,
} from '@latchkey/domain/wire/console/exportCustomer';
import { accepted } from '../../../firebase/accepted.ts';

/** Everything in one JSON file, or one part as a table. */
export type TakeOutFormat = 'json' | CustomerPart;

export interface TakeOut {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
  readonly rows: number;
}

type Ask = (request: ExportCustomerRequest) => Promise<ExportCustomerAnswer>;

/**
 * What is kept about a customer in the environments named, page by page from the server.
 * @throws what `ask` throws, and the signal's reason when it is aborted
 */
export async function takeOut(
  ask: Ask,
  customer: Customer,
  environments: readonly Environment[],
  format: TakeOutFormat,
  { signal, progress, now }: { signal: AbortSignal; progress: (rows: number) => void; now: Date },
): Promise<TakeOut> {
  const parts = format === 'json' ? CUSTOMER_PARTS : [format];
  const found = new Map<string, ExportedRow[]>();
  let rows = 0;
  for (const environment of environments) {
    for (const part of parts) {
      for await (const page of pagesOf(ask, { environment, customerId: customer.id, part })) {
        signal.throwIfAborted();
        found.set(part, [...(found.get(part) ?? []), ...page.map((row) => ({ ...row, environment }))]);
        progress((rows += page.length));
      }
    }
  }
  const day = now.toISOString().slice(0, 10);
  const name = `customer-${customer.id}-${format === 'json' ? 'data' : format}-${day}`;
  if (format === 'json') {
    const whole = {
      exportedAt: now.toISOString(),
      customer: aboutCustomer(customer),
      ...Object.fromEntries(found),
    };
    return {
      name: `${name}.json`,
      mime: 'application/json',
      text: `${JSON.stringify(whole, null, 2)}\n`,
      rows,
    };
  }
  return { name: `${name}.csv`, mime: 'text/csv', text: asTable(found.get(format) ?? []), rows };
}

async function* pagesOf(ask: Ask, what: Omit<ExportCustomerRequest, 'after'>) {
  let after: string | null = null;
  do {
    const page: { rows: ExportedRow[]; next: string | null } = accepted(await ask({ ...what, after }));
    yield page.rows;
    after = page.next;
  } while (after !== null);
}

function aboutCustomer({
  id,
  email,
  name,
  status,
  createdAt,
  invitedAt,
  firstSignInAt,
  lastSignInAt,
}: Customer) {
  return { id, email, name, status, joinedAt: createdAt, invitedAt, firstSignInAt, lastSignInAt };
}

/** RFC 4180 in UTF-8 with a byte order mark, safe to open in a spreadsheet. */
function asTable(rows: readonly ExportedRow[]): string {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => titles.map((title) => csvCell(row[title] ?? null)));
  return `\uFEFF${Papa.unparse([titles, ...cells], { newline: '\r\n' })}\r\n`;
}
