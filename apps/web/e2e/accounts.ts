import { expect, type Page } from '@playwright/test';

export const password = 'a long enough password';
let count = 0;

/** Signs a new account in, without the form. */
export async function newAccount(page: Page): Promise<string> {
  const username = `person${Date.now()}${count++}`;
  const data = { username, email: `${username}@example.org`, password };
  expect((await page.request.post('/trpc/account.signUp', { data })).ok()).toBe(true);
  return username;
}

/** Calls a procedure as whoever is signed in. */
export async function call(page: Page, path: string, data: object): Promise<void> {
  expect((await page.request.post(`/trpc/${path}`, { data })).ok(), path).toBe(true);
}

/** The first films of the catalog, kept in this order: the last one is the last kept. */
export async function keepFilms(page: Page, howMany: number): Promise<string[]> {
  const input = JSON.stringify({ sort: 'title', limit: howMany });
  const answer = await page.request.get(`/trpc/movies.list?input=${encodeURIComponent(input)}`);
  const { result } = await answer.json();
  const titles: string[] = [];
  for (const { id, title } of result.data.items) {
    await call(page, 'favorites.add', { movieId: id });
    titles.push(title);
  }
  return titles;
}
