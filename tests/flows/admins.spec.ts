import { expect, test } from '@playwright/test';
import { freshAddress, freshAdmin, mailedLink, signInWith, staffAt } from '../support/freshAdmin.ts';
import { choose, leave, personAt, visitorAt } from '../support/pages.ts';
import { PASSWORD } from '../support/stack.ts';

test('an owner invites somebody, who chooses a password by the mailed link and works as what they were invited', async ({
  browser,
}) => {
  const { email, name } = freshAddress();
  const owner = await personAt(browser, 'owner', '/admin/admins/new');
  await owner.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(owner.getByText('Enter the e-mail address of the person.')).toBeVisible();
  await owner.getByLabel('E-mail').fill(email);
  await owner.getByLabel('Name').fill(name);
  await choose(owner, 'Role', 'Viewer');
  await owner.getByRole('checkbox', { name: 'development' }).uncheck();
  await owner.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(owner.getByText('Invited. A link to choose a password is on its way.')).toBeVisible();
  await expect(owner.getByRole('heading', { level: 1, name })).toContainText('Invited');
  await expect(owner.getByText('Invited to the console')).toBeVisible();

  await expect.poll(() => mailedLink(email)).not.toBeNull();
  const newcomer = await visitorAt(browser, (await mailedLink(email)) ?? '/no-mail');
  await newcomer.getByLabel('New password').fill(PASSWORD);
  await newcomer.getByRole('button', { name: 'Save password' }).click();
  await newcomer.getByRole('link', { name: 'Sign in' }).click();
  await signInWith(newcomer, email);
  await expect(newcomer.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await newcomer.getByRole('button', { name: /^Environment/ }).click();
  await expect(newcomer.getByText('staging', { exact: true })).toBeVisible();
  await expect(newcomer.getByText('development', { exact: true })).toHaveCount(0);
  // Who else works here is the owners' business: not in the menu, and closed by its address.
  await expect(newcomer.getByRole('link', { name: 'Admins' })).toHaveCount(0);
  await newcomer.goto('/admin/admins');
  await expect(newcomer.getByText('Only owners see who else works here.')).toBeVisible();
  await leave(newcomer);

  await owner.goto(`/admin/admins?q=${encodeURIComponent(email)}`);
  await expect(owner.getByRole('row', { name: new RegExp(name) })).toContainText('Active');
  await leave(owner);
});

test('a demotion is felt in an open page, a disabled account is out and cannot come back', async ({
  browser,
}) => {
  const staff = await freshAdmin('admin');
  const page = await staffAt(browser, staff, '/admin/licenses');
  await expect(page.getByRole('link', { name: 'Create license' }).first()).toBeVisible();

  const owner = await personAt(browser, 'owner', `/admin/admins/${staff.uid}`);
  const dialog = owner.getByRole('dialog');
  await owner.getByRole('button', { name: 'Change role' }).click();
  await choose(owner, 'Role', 'Viewer');
  await dialog.getByRole('button', { name: 'Save access' }).click();
  await expect(owner.getByText(`${staff.name} is a viewer now.`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your access has changed' })).toBeVisible();

  await page.getByRole('button', { name: 'Sign in again' }).click();
  await signInWith(page, staff.email);
  await expect(page.getByRole('button', { name: 'Create license' }).first()).toBeDisabled();

  await owner.getByRole('button', { name: 'Disable', exact: true }).click();
  await dialog.getByRole('button', { name: 'Disable account' }).click();
  await expect(owner.getByRole('heading', { level: 1 })).toContainText('Disabled');
  await expect(page.getByRole('heading', { name: 'Your access has changed' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await signInWith(page, staff.email);
  await expect(page.getByText('This account is switched off.')).toBeVisible();
  await leave(page);

  await owner.getByRole('button', { name: 'Remove', exact: true }).click();
  await dialog.getByRole('button', { name: 'Remove person' }).click();
  await expect(owner).toHaveURL(/\/admin\/admins$/);
  await owner.goto(`/admin/admins/${staff.uid}`);
  await expect(owner.getByText('There is no such admin')).toBeVisible();
  await leave(owner);
});

test('the list is searched and filtered, says what each role may do, and closes what is about oneself', async ({
  browser,
}) => {
  const staff = await freshAdmin('operator');
  const owner = await personAt(browser, 'owner', '/admin/admins');
  await owner.getByRole('searchbox').fill(staff.name);
  const row = owner.getByRole('row', { name: new RegExp(staff.name) });
  await expect(row).toContainText('Operator');
  await expect(row).toContainText('Invited');
  await choose(owner, 'Role', 'Viewer');
  await expect(owner.getByText('Nobody matches')).toBeVisible();
  await owner.getByRole('button', { name: 'Show everybody' }).click();
  await expect(owner.getByRole('row', { name: /Vera Viewer/ })).toBeVisible();
  await owner.getByRole('button', { name: 'Actions for Olivia Owner' }).click();
  await expect(owner.getByRole('menuitem', { name: 'Disable', disabled: true })).toBeVisible();
  await expect(owner.getByRole('menu')).toContainText('Another owner changes your access');
  await owner.keyboard.press('Escape');
  const table = owner.getByRole('region', { name: 'What each role may do' });
  await expect(table.getByRole('row', { name: /Delete licenses/ })).toContainText('yesyesnono');
  await leave(owner);
});
