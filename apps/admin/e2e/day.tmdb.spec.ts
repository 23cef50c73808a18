import { expect, type Page } from '@playwright/test';
import { test } from '../../api/e2e/test.ts';
import { copy } from './clipboard.ts';
import { addressOf, choose, field, signIn, state } from './console.ts';

const person = (page: Page) => page.getByRole('combobox', { name: 'Person' }).last();
const options = (page: Page) => page.getByRole('listbox').getByRole('option');
/** Eleven actors of the data set, and one whom it does not know. */
const actors = [
  ...[
    'Tom Hanks',
    'Meryl Streep',
    'Robin Williams',
    'Sigourney Weaver',
    'Denzel Washington',
    'Cate Blanchett',
  ],
  ...['Samuel L. Jackson', 'Julianne Moore', 'Morgan Freeman', 'Kate Winslet', 'Michael Caine'],
];
const nobody = 'Michelle Wilx';

/** A row of the cast without the pointer; Enter in the character goes on to the next one. */
async function writeRow(page: Page, who: string, character: string): Promise<void> {
  await expect(person(page)).toBeFocused();
  await page.keyboard.type(who);
  await expect(options(page).first()).toContainText(who);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(options(page).first()).toHaveAttribute('data-highlighted', '');
  await page.keyboard.press('Enter');
  if (who === nobody) {
    const dialog = page.getByRole('dialog', { name: 'New person' });
    await expect(dialog.getByRole('textbox', { name: 'First name' })).toBeFocused();
    await dialog.getByRole('textbox', { name: 'Date of birth' }).fill('3 May 80');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  }
  await expect(person(page)).toHaveValue(who);
  await expect(person(page)).toBeFocused();
  const name = page.getByRole('textbox', { name: 'Character' }).last();
  // Past the button that takes the person away again.
  for (let tabs = 0; tabs < 3 && !(await name.evaluate((one) => one === document.activeElement)); tabs += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.type(character);
}

/** What the day has changed of films that were there before it. */
const widened: number[] = [];

// The other tests of this catalog count its films: however the day ends, it leaves all as it was.
test.afterEach(async ({ page }) => {
  const idsOf = async (resource: string, q: string): Promise<number[]> => {
    const input = encodeURIComponent(JSON.stringify({ q, limit: 100 }));
    const { result } = await (await page.request.get(`/trpc/admin.${resource}.list?input=${input}`)).json();
    return result.data.items.map(({ id }: { id: number }) => id);
  };
  const call = async (path: string, data: object) =>
    expect((await page.request.post(`/trpc/admin.${path}`, { data })).ok(), path).toBe(true);
  for (const id of widened.splice(0)) await call('movies.update', { id, data: { genreIds: [] } });
  for (const [resource, q] of [
    ['movies', 'A Day in the Archive'],
    ['persons', nobody],
    ['files', ''],
  ] as const) {
    const ids = await idsOf(resource, q);
    if (ids.length) await call(`${resource}.remove`, { ids });
  }
});

test('E1 to E44: an editor’s day on 4,803 films, and the public page shows each result', async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page);
  // Without a cast in the data set, and so an empty page to begin on.
  const made = await page.request.post('/trpc/admin.movies.create', {
    data: {
      data: { title: 'A Day in the Archive', releaseDate: '1999-01-01', releaseDatePrecision: 'year' },
    },
  });
  const { id } = (await made.json()).result.data.item;
  const worklist = { field: 'posterFileId', op: 'empty' };

  await test.step('finds the film by the palette', async () => {
    await page.goto('/admin/genres');
    await expect(page.getByRole('heading', { level: 1, name: 'Genres' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Find a record' })).toBeFocused();
    await page.keyboard.type('day in the archive');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'A Day in the Archive' })).toBeVisible();
  });

  await test.step('fixes its year in the list, then opens it from there', async () => {
    await page.goto(addressOf(worklist, '&q=day+in+the+archive'));
    const year = page.locator('[data-cell$=" releaseDate"]').first();
    await year.focus();
    await page.keyboard.press('Enter');
    const input = page.getByRole('textbox', { name: /of A Day in the Archive/ });
    await input.fill('1998');
    await input.press('Enter');
    await expect(year.locator('span').first()).toHaveText('1998');
    await page.goto(`/movies/${id}`);
    await expect(page.locator('main')).toContainText('1998');
  });

  await test.step('adds twelve rows by keyboard, one of them for a person made on the way', async () => {
    // The worklist's newest first: this film, and after it those that lack a poster, too.
    await page.goto(addressOf(worklist, '&sort=-createdAt'));
    await page.locator('#main [data-open]').first().click();
    await expect(field(page, 'Title')).toHaveValue('A Day in the Archive');
    await page.getByRole('button', { name: 'Add to the cast' }).press('Enter');
    for (const [index, who] of [...actors, nobody].entries()) {
      await writeRow(page, who, `Reader ${index + 1}`);
      if (index < actors.length) await page.keyboard.press('Enter');
    }
    await expect(page.getByRole('group', { name: /^Row 12 of 12: Michelle Wilx/ })).toBeVisible();
  });

  await test.step('pastes a poster and crops it', async () => {
    await copy(page, { width: 900, height: 600, seed: 90 });
    await page.getByRole('button', { name: 'Upload a picture' }).focus();
    await page.keyboard.press('Control+v');
    await expect(page.getByText('900 × 600')).toBeVisible();
    await page.getByRole('button', { name: 'Crop', exact: true }).click();
    await page.getByRole('button', { name: '2:3' }).click();
    await page.getByRole('button', { name: 'Use this crop' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(state(page)).toHaveText('Unsaved (2)');
  });

  await test.step('saves, and is at the next film of the worklist', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('A Day in the Archive');
    await expect(page).toHaveURL(/\/admin\/movies\/\d+\?/);
    await page.goto(`/movies/${id}`);
    const main = page.locator('main');
    await expect(main.locator('img').first()).toHaveAttribute('src', /\/files\/\d+\//);
    for (const [index, who] of actors.slice(0, 10).entries()) {
      await expect(main).toContainText(who);
      await expect(main).toContainText(`Reader ${index + 1}`);
    }
    const item = await page.request.get(
      `/trpc/movies.get?input=${encodeURIComponent(JSON.stringify({ id }))}`,
    );
    const { cast } = (await item.json()).result.data.item;
    expect(cast).toHaveLength(12);
    expect(cast[11]).toMatchObject({
      person: { firstName: 'Michelle', lastName: 'Wilx', dateOfBirth: '1980-05-03' },
    });
  });

  await test.step('adds a genre to all that a filter holds', async () => {
    const filter = {
      and: [
        { field: 'releaseDate', op: 'in', value: '1998' },
        { field: 'genreIds', op: 'empty' },
      ],
    };
    const held = await page.request.get(
      `/trpc/admin.movies.list?input=${encodeURIComponent(JSON.stringify({ filter }))}`,
    );
    for (const movie of (await held.json()).result.data.items) if (movie.id !== id) widened.push(movie.id);
    await page.goto(addressOf(filter));
    await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const dialog = page.getByRole('alertdialog');
    await choose(dialog.getByRole('combobox', { name: 'Genres' }), 'Documentary');
    await expect(dialog.getByText(/will change/)).toBeVisible();
    await dialog.getByRole('button', { name: /^Change \d/ }).click();
    await expect(page.getByText(/Add genres: \d+ films? changed/)).toBeVisible();
    await page.goto(`/movies/${id}`);
    await expect(page.locator('main')).toContainText('Documentary');
  });
});
