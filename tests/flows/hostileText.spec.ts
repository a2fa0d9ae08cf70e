import { expect, test, type Page } from '@playwright/test';
import { customerAt, freshCustomer } from '../support/freshCustomer.ts';
import { leave, personAt } from '../support/pages.ts';
import { API_KEY, ATTEMPT, ENDPOINT, EVENT, MAIL, now, text } from '../support/poisonedExamples.ts';
import { poison, poisonBelow, poisonPerson, type Poison } from '../support/poisonedRecords.ts';
import { firestore } from '../support/stack.ts';
import { XSS_MARK, XSS_PAYLOADS } from '../support/xssPayloads.ts';

/** Both poison records of the same names. */
test.describe.configure({ mode: 'default' });

declare global {
  interface Window {
    __xss?: unknown;
    __violations?: string[];
  }
}

/** Follows everything that should never happen on a page; call the result to see that it did not. */
async function watch(page: Page): Promise<(where: string) => Promise<void>> {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    window.__violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.__violations?.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return async (where) => {
    // As texts they are all there; as anything else none is.
    const shown = page.waitForFunction(
      (mark) => document.querySelector('main')?.textContent.includes(mark),
      XSS_MARK,
    );
    await shown.catch(() => expect(`${where} shows none of them`).toBe('nothing'));
    const found = await page.evaluate((mark) => {
      const added = [...document.querySelectorAll(`[${mark}], base, meta[http-equiv=refresh]`)];
      const links = [...document.querySelectorAll('[href], [src], [action], [formaction]')].filter(
        (element) =>
          ['href', 'src', 'action', 'formaction'].some((name) =>
            /^\s*(javascript|data:text)/i.test(element.getAttribute(name) ?? ''),
          ),
      );
      const handlers = [...document.querySelectorAll('*')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on')),
      );
      return {
        ran: window.__xss ?? null,
        violations: window.__violations ?? ['nobody watched'],
        nodes: [...added, ...links, ...handlers].map((element) => element.outerHTML.slice(0, 200)),
      };
    }, XSS_MARK);
    expect({ ...found, dialogs }, where).toEqual({ ran: null, violations: [], nodes: [], dialogs: [] });
  };
}

let poisoned: Poison | undefined;
let person: Pick<Poison, 'remove'> | undefined;
test.afterEach(async () => {
  await poisoned?.remove();
  await person?.remove();
  poisoned = person = undefined;
});

const LISTS = {
  licenses: '/admin/licenses',
  activations: '/admin/activations',
  customers: '/admin/customers',
  products: '/admin/products',
  generators: '/admin/generators',
  contracts: '/admin/contracts',
  downloads: '/admin/downloads',
  jobs: '/admin/jobs',
  audit: '/admin/audit',
  abuseCases: '/admin/abuse',
  mails: '/admin/settings/sent-mail',
  webhooks: '/admin/webhooks',
  deliveries: '/admin/webhooks/deliveries',
  apiKeys: '/admin/api-keys',
} as const;
const RECORDS = [
  'licenses',
  'customers',
  'products',
  'generators',
  'contracts',
  'downloads',
  'jobs',
  'webhooks',
  'deliveries',
  'apiKeys',
] as const;

test(`${XSS_PAYLOADS.length} hostile texts in every field of every record stay texts on every page of the console`, async ({
  browser,
}) => {
  test.setTimeout(240_000);
  expect(new Set(XSS_PAYLOADS).size).toBe(60);
  poisoned = await poison(Object.keys(LISTS), {
    examples: { mails: MAIL, webhooks: ENDPOINT, apiKeys: API_KEY, audit: EVENT },
  });
  person = await poisonPerson();
  await poisonBelow('licenses/xss-all/private/admin', {
    metadata: { mapValue: { fields: { team: text('') } } },
    internalNote: text(''),
  });
  await poisonBelow('jobs/xss-all/reports/000000', {
    page: { integerValue: '0' },
    at: now,
    refused: { integerValue: '1' },
    rows: { arrayValue: { values: [] } },
  });
  await poisonBelow('deliveries/xss-all/attempts/1', ATTEMPT);
  const page = await personAt(browser, 'owner', '/admin/profile');
  const harmless = await watch(page);
  for (const collection of RECORDS) {
    await page.goto(`${LISTS[collection]}/xss-all?env=development`);
    await harmless(`${LISTS[collection]}/xss-all`);
  }
  // The address of a record has led to its environment, where the lists stay.
  for (const [collection, path] of Object.entries(LISTS)) {
    if (!poisoned.collections.includes(collection)) continue;
    await page.goto(`${path}?size=100`);
    await harmless(path);
  }
  for (const path of ['/admin/admins', '/admin/admins/xss-all']) {
    await page.goto(path);
    await harmless(path);
  }
  await page.goto('/admin/audit');
  await page.locator('tbody tr', { hasText: XSS_MARK }).first().click();
  await expect(page.getByRole('dialog')).toContainText(XSS_MARK);
  await harmless('an event of the audit');

  // Whoever put such a text in as markup would be noticed.
  const image = XSS_PAYLOADS[2] ?? '';
  await page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), image);
  await expect(harmless('markup')).rejects.toThrow('script-src');
  await leave(page);
});

test('nor do they become anything else for a customer', async ({ browser }) => {
  test.setTimeout(120_000);
  const customer = await freshCustomer();
  const { body } = await firestore(`/environments/production/licenses/${customer.license.id}`, 'admin');
  const { fields } = body as { fields: { customerId: { stringValue: string } } };
  poisoned = await poison(['licenses', 'activations'], { owned: { customerId: fields.customerId } });
  const page = await customerAt(browser, customer, '/portal/dashboard');
  const harmless = await watch(page);
  const paths = [
    '/portal/dashboard',
    '/portal/licenses',
    '/portal/licenses/development/xss-all',
    '/portal/activations',
  ];
  for (const path of paths) {
    await page.goto(path);
    await harmless(path);
  }
  await leave(page);
});
