import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { admin } from '../../api/e2e/server.ts';
import { keepFilms, newAccount, password } from './accounts.ts';
import { test } from './test.ts';

const part = (page: Page, name: string) => page.getByRole('region', { name });
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

async function signIn(page: Page, name: string, secret: string) {
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await page.getByLabel('E-mail or username').fill(name);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('V18: name, address and password are changed, each where it belongs', async ({ page }) => {
  const username = await newAccount(page);
  await page.goto('/account', { waitUntil: 'networkidle' });
  const profile = part(page, 'Profile');
  await profile.getByLabel('First name').fill('Ana');
  await profile.getByRole('button', { name: 'Save the profile' }).click();
  await expect(said(page, 'Your profile is saved')).toBeVisible();

  const address = part(page, 'E-mail');
  await address.getByLabel('E-mail').fill(`${username}@example.net`);
  await address.getByRole('button').click();
  await expect(address.getByLabel('Your password')).toHaveAttribute('aria-invalid', 'true');
  await address.getByLabel('Your password').fill(password);
  await address.getByRole('button').click();
  await expect(said(page, 'Your address is saved')).toBeVisible();

  const secret = part(page, 'Password');
  await secret.getByLabel('Password now').fill('a guess of mine');
  await secret.getByLabel('New password').fill('quite another one');
  await secret.getByRole('button').click();
  await expect(secret.getByText('Is not your password')).toBeVisible();
  await secret.getByLabel('Password now').fill(password);
  await secret.getByRole('button').click();
  await expect(said(page, 'You have a new password')).toBeVisible();

  await page.reload({ waitUntil: 'networkidle' });
  await expect(profile.getByLabel('First name')).toHaveValue('Ana');
  await page.context().clearCookies();
  await signIn(page, `${username}@example.net`, 'quite another one');
  await expect(page.getByRole('button', { name: username })).toBeVisible();
});

test('V18: sessions are listed, and ended one by one or all but this one', async ({ page, browser }) => {
  const username = await newAccount(page);
  const elsewhere = async (userAgent: string) => {
    const other = await browser.newPage({ userAgent });
    await signIn(other, username, password);
    await expect(other.getByRole('button', { name: username })).toBeVisible();
    return other;
  };
  await using phone = await elsewhere(
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
  );
  await using laptop = await elsewhere(
    'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0',
  );
  await page.goto('/account', { waitUntil: 'networkidle' });
  const devices = part(page, 'Where you are signed in').getByRole('listitem');
  await expect(devices).toHaveCount(3);
  await expect(devices.filter({ hasText: 'This one' })).toHaveCount(1);
  expect(await barriers(page)).toEqual([]);
  await devices.filter({ hasText: 'Safari on iPhone' }).getByRole('button').click();
  await expect(devices).toHaveCount(2);
  await phone.goto('/favorites');
  await expect(phone).toHaveURL(/sign-in/);
  await page.getByRole('button', { name: 'End all others' }).click();
  await expect(devices).toHaveCount(1);
  await laptop.goto('/account');
  await expect(laptop).toHaveURL(/sign-in\?next=%2Faccount/);
});

test('V18: a link from an administrator leads to a new password, once', async ({ page, browser }) => {
  const username = await newAccount(page);
  await using office = await browser.newPage();
  await office.request.post('/trpc/account.signIn', { data: admin });
  const find = await office.request.get(
    `/trpc/admin.users.list?input=${encodeURIComponent(JSON.stringify({ q: username }))}`,
  );
  const [{ id }] = (await find.json()).result.data.items;
  const made = await office.request.post('/trpc/admin.users.resetLink', { data: { id } });
  const { url } = (await made.json()).result.data.link;

  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await expect(page.getByText('At least 8 characters')).toBeVisible();
  await page.getByLabel('New password').fill('from the office');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, username, 'from the office');
  await expect(page.getByRole('button', { name: username })).toBeVisible();

  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByLabel('New password').fill('once more, please');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await expect(page.getByRole('alert')).toContainText('This link does not work');
  expect(await barriers(page)).toEqual([]);
});

test('V18: without a mail server the page says whom to ask', async ({ page }) => {
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Choose a new one' }).click();
  await expect(page.getByText('Ask an administrator for a link')).toBeVisible();
  await page.goto('/verify-email#token=nothing', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Confirm this address' }).click();
  await expect(page.getByRole('alert')).toContainText('This link does not work');
});

test('V20: a portrait is cut to a square, shown everywhere, and taken away again', async ({ page }) => {
  await newAccount(page);
  await page.goto('/account', { waitUntil: 'networkidle' });
  const profile = part(page, 'Profile');
  await expect(profile.locator('img')).toHaveCount(0);
  const choose = async (name: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      profile.getByRole('button', { name: /Choose a/ }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'image/png', buffer });
  };
  await choose('no-picture.png', Buffer.from('no picture'));
  await expect(profile.getByRole('alert')).toContainText('This is not a picture that can be kept');
  await choose('wide.png', await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 120 } }));
  const portrait = profile.locator('img');
  await expect(portrait).toBeVisible();
  await expect(page.locator('header img')).toHaveCount(1);
  const shape = () =>
    portrait.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight);
  await expect.poll(shape).toBe(1);
  await profile.getByRole('button', { name: 'Remove it' }).click();
  await expect(portrait).toHaveCount(0);
});

test('V19: one’s data is handed out, and goes with the account', async ({ page }) => {
  const username = await newAccount(page);
  const [title] = await keepFilms(page, 1);
  await page.goto('/account', { waitUntil: 'networkidle' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my data' }).click(),
  ]);
  const data = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(data).toMatchObject({ profile: { username }, favorites: [{ movie: { title } }] });

  await page.getByRole('button', { name: 'Delete my account …' }).click();
  const remove = page.getByRole('button', { name: 'Delete my account for good' });
  const own = part(page, 'Delete the account').getByLabel('Your password');
  await own.fill('a guess of mine');
  await remove.click();
  await expect(page.getByText('Is not your password')).toBeVisible();
  await own.fill(password);
  await remove.click();
  await expect(said(page, 'Your account is gone')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
  await signIn(page, username, password);
  await expect(page.getByRole('alert')).toContainText('wrong');
});
