import { test } from '@playwright/test';
import { personAt } from '/work/main/tests/support/pages.ts';
test('shots', async ({ browser }) => {
  const page = await personAt(browser, 'admin', '/admin/contracts?q=Partner', { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.getByRole('row', { name: /Partner/ }).first().click();
  await page.getByText('Features').first().waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/contracts-1.png', fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Issue licenses' }).click();
  await page.getByRole('dialog').getByLabel('How many').fill('10');
  await page.waitForTimeout(700);
  await page.screenshot({ path: '/tmp/contracts-2.png' });
});
