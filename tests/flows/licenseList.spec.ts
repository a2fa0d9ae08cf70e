import { expect, test, type Page } from '@playwright/test';
import { leave, personAt } from '../support/pages.ts';
import { firestore } from '../support/stack.ts';

/** One sheet of the list as the server has it, for one environment that is small enough to be seen whole. */
interface Stored {
  readonly id: string;
  readonly [field: string]: string | number;
}

const SHOWN_AT_ONCE = 500;

/** Every license of the environment: what the screen must agree with. */
async function licensesOf(environment: string): Promise<Stored[]> {
  const query = { structuredQuery: { from: [{ collectionId: 'licenses' }], limit: SHOWN_AT_ONCE } };
  const { body } = await firestore(`/environments/${environment}:runQuery`, 'viewer', query);
  return (body as { document?: { name: string; fields: Record<string, object> } }[]).flatMap(
    ({ document }) => {
      if (!document) return [];
      const fields = Object.entries(document.fields).map(([name, value]) => [name, plain(value)]);
      return [{ ...(Object.fromEntries(fields) as object), id: document.name.split('/').at(-1) ?? '' }];
    },
  );
}

/** Null sorts first, as Firestore has it; numbers and moments as numbers; the rest as text. */
function plain(value: object): string | number {
  if ('integerValue' in value) return Number(value.integerValue);
  if ('timestampValue' in value) return Date.parse(String(value.timestampValue));
  if ('nullValue' in value) return '';
  return String(Object.values(value)[0]);
}

/** What is equal there follows by creation, and by id in the end (web/src/licenses/console/licenseQuery.ts). */
function inOrder(field: string, direction: 'asc' | 'desc') {
  const way = direction === 'asc' ? 1 : -1;
  return (a: Stored, b: Stored): number => {
    for (const name of [field, 'createdAt', 'id']) {
      const [x = '', y = ''] = [a[name], b[name]];
      if (x !== y) return (x < y ? -1 : 1) * way;
    }
    return 0;
  };
}

function rows(page: Page) {
  return page.locator('tbody tr:not([aria-hidden])');
}

/** What is sorted by, where it is stored, and the title to click; the others are chosen in the panel or the address. */
const ORDERS = [
  ['key', 'key', null],
  ['product', 'productName', 'Product'],
  ['customer', 'customerName', 'Customer'],
  ['status', 'statusRank', 'Status'],
  ['limit', 'limitSort', null],
  ['expires', 'expirySort', 'Expires'],
  ['created', 'createdAt', 'Created'],
] as const;

test('the list sorts by seven fields, both ways, on the server', async ({ browser }) => {
  const page = await personAt(browser, 'viewer', '/admin/licenses');
  await page.getByRole('button', { name: /^Environment/ }).click();
  await page.getByText('staging', { exact: true }).click();
  for (const [key, field, title] of ORDERS) {
    for (const direction of ['asc', 'desc'] as const) {
      if (title === null) await page.goto(`/admin/licenses?sort=${direction === 'desc' ? '-' : ''}${key}`);
      else await page.getByRole('columnheader', { name: title, exact: true }).getByRole('button').click();
      await expect(async () => {
        const expected = (await licensesOf('staging')).sort(inOrder(field, direction));
        const hints = expected.slice(0, 5).map(({ keyHint }) => String(keyHint));
        expect(hints.length).toBeGreaterThan(2);
        const shown = await rows(page).allInnerTexts();
        expect(
          hints.map((hint, place) => shown[place]?.includes(hint)),
          `${key} ${direction}`,
        ).not.toContain(false);
      }).toPass({ timeout: 30_000 });
    }
  }
  await leave(page);
});

test('the sort panel offers each field with words for both ways, and the address keeps the choice', async ({
  browser,
}) => {
  const page = await personAt(browser, 'viewer', '/admin/licenses?status=active');
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Sort', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Sort' });
  await expect(panel.getByRole('radio')).toHaveCount(ORDERS.length + 2);
  await panel.getByRole('radio', { name: 'Expires' }).check();
  await panel.getByRole('radio', { name: 'Soonest first, Lifetime last' }).check();
  await panel.getByRole('button', { name: 'Done' }).click();
  await expect(page).toHaveURL(/status=active&sort=expires$/);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Expires' })).toHaveAttribute('aria-sort', 'ascending');
  await leave(page);
});

/** What is typed, the filters beside it, and what every row then shows. */
const SEARCHES: readonly (readonly [what: string, text: string, filters: string, every: RegExp])[] = [
  ['a whole key', 'DEMO-FULL-0000-0001', '', /DEMO-FUL/],
  ['a piece of a key', 'MITE-D', '', /DEMO-UNL/],
  ['a key without its separators', 'demodoma', '', /DEMO-DOM/],
  ['an e-mail address', 'customer-b@latchkey.test', '&product=acme-plugin', /Acme Plugin/],
  ['the name of a customer', 'ada alm', '', /Ada Almeida/],
  ['a domain', 'latchkey.test', '', /@latchkey\.test/],
  ['a domain with its @', '@latchkey.test', '&status=revoked', /Revoked/],
  ['the name of a product', 'acme plug', '', /Acme Plugin/],
];

test('search finds by any piece of key, customer and product, together with the filters', async ({
  browser,
}) => {
  const page = await personAt(browser, 'viewer', '/admin/licenses');
  for (const [what, text, filters, every] of SEARCHES) {
    await page.goto(`/admin/licenses?q=${filters}`);
    await expect(rows(page).first()).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.insertText(text);
    await expect(async () => {
      const shown = await rows(page).allInnerTexts();
      expect(shown.length, what).toBeGreaterThan(0);
      expect(
        shown.filter((row) => !every.test(row)),
        what,
      ).toEqual([]);
    }).toPass({ timeout: 30_000 });
  }
  await page.goto('/admin/licenses');
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.insertText('no license is called like this');
  await expect(page.getByText('No license matches')).toBeVisible();
  await page.getByRole('button', { name: 'Show all licenses' }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/licenses$/);
  await leave(page);
});

test('product and status filter together, and all rows are back when both are reset', async ({ browser }) => {
  const page = await personAt(browser, 'viewer', '/admin/licenses');
  await expect(page.getByRole('combobox', { name: 'Product', exact: true })).toHaveValue('All Products');
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('All Statuses');
  await page.getByRole('combobox', { name: 'Status' }).press('ArrowDown');
  await expect(page.getByRole('option')).toHaveText([
    'All Statuses',
    'Available',
    'Assigned',
    'Active',
    'Inactive',
    'Suspended',
    'Expired',
    'Revoked',
  ]);
  await page.getByRole('option', { name: 'Suspended' }).click();
  await page.getByRole('combobox', { name: 'Product', exact: true }).press('ArrowDown');
  await page.getByRole('option', { name: 'Acme Editor' }).click();
  await expect(page).toHaveURL(/status=suspended&product=acme-editor/);
  await expect(async () => {
    const shown = await rows(page).allInnerTexts();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((row) => /Acme Editor/.test(row) && /Suspended/.test(row))).toBe(true);
  }).toPass({ timeout: 30_000 });
  for (const [name, all] of [
    ['Status', 'All Statuses'],
    ['Product', 'All Products'],
  ] as const) {
    await page.getByRole('combobox', { name, exact: true }).press('ArrowDown');
    await page.getByRole('option', { name: all }).click();
  }
  await expect(page).toHaveURL(/\/admin\/licenses$/);
  await expect(rows(page)).toHaveCount(50);
  await leave(page);
});

/** contract.md, demo data: what a row tells about them. */
const ROWS: readonly (readonly [hint: string, shows: readonly RegExp[]])[] = [
  [
    'DEMO-FUL',
    [/Acme Editor/, /acme-editor/, /Ada Almeida/, /customer-a@latchkey\.test/, /Active/, /1 \/ 1/],
  ],
  ['DEMO-UNL', [/Active/, /1 \/ ∞|1 \/ unlimited/i]],
  ['DEMO-AVA', [/Nobody yet/, /Available/, /0 \/ 3/]],
  ['DEMO-DUE', [/Expired/]],
];

test('a row shows key, product with its id, customer with e-mail, state, devices, end and creation', async ({
  browser,
}) => {
  const page = await personAt(browser, 'viewer', '/admin/licenses?q=DEMO', {
    viewport: { width: 1920, height: 1000 },
  });
  for (const [hint, shows] of ROWS) {
    const row = page.getByRole('row', { name: new RegExp(`^(Select .*)?${hint}`) });
    for (const text of shows) await expect(row).toContainText(text);
    await expect(row.getByRole('button', { name: `Actions for license ${hint}` })).toBeVisible();
  }
  const titles = ['License key', 'Product', 'Customer', 'Status', 'Devices', 'Expires', 'Created'];
  for (const name of titles) await expect(page.getByRole('columnheader', { name })).toBeVisible();
  await leave(page);
});
