import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

// Kept pages may be two seconds behind the hearts: here each is made when it is asked for.
const api = await testApi({ env: { CACHE_MB: '0' } });

/** The headings of the first page's sections, as a visitor gets them. */
async function sections(): Promise<string[]> {
  const { body, statusCode } = await api.app.inject({ url: '/' });
  expect(statusCode).toBe(200);
  return [...body.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, title = '']) => title);
}

describe('the first page', () => {
  it('says that a catalog is empty, and draws no rail at all', async () => {
    const { body } = await api.app.inject({ url: '/' });
    expect(body).toContain('There are no films here so far');
    for (const title of ['The newest', 'By decade', 'Directed by', 'Most kept']) {
      expect(body).not.toContain(title);
    }
  });

  it('draws a rail as soon as there is something for it, and not before', async () => {
    await api.rows.movie({ releaseDate: '1937-01-28' });
    // The only film is on the cover: nothing is left for the rail of the newest, and one decade is no choice.
    expect(await sections()).toEqual([]);

    const later = await api.rows.movie({ releaseDate: '1946-06-05' });
    expect(await sections()).toEqual(['The newest', 'By decade']);

    const director = await api.rows.director({ firstName: 'Julien', lastName: 'Duvivier' });
    await api.rows.movie({ releaseDate: '1938-01-01', director });
    expect(await sections()).toEqual(['The newest', 'By decade', 'Directed by Julien Duvivier']);

    await api.rows.movie({ genres: [await api.rows.genre()], country: await api.rows.country() });
    const all = ['The newest', 'By decade', 'Directed by Julien Duvivier', 'By genre', 'By country'];
    expect(await sections()).toEqual(all);

    await api.rows.favorite(api.viewer('visitor'), later);
    expect(await sections()).toEqual(all.toSpliced(3, 0, 'Most kept'));
    await api.as('visitor').favorites.remove({ movieId: later.id });
    expect(await sections()).toEqual(all);
  });
});
