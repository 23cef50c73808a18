// Lists films: node src/main.ts [words of the title]
import { createClient, errorOf } from '@cinematheque/client';
import { fullName, yearOf } from '@cinematheque/shared/names';

const catalog = createClient({ url: `${process.env.CATALOG_URL ?? 'http://127.0.0.1:3000'}/trpc` });
const q = process.argv.slice(2).join(' ');

try {
  const { items, total } = await catalog.movies.list.query({ q, limit: 20 });
  for (const { title, releaseDate, director } of items) {
    console.log(
      [yearOf(releaseDate) ?? '    ', title, director && fullName(director)].filter(Boolean).join('  '),
    );
  }
  console.log(`${total.exact ? '' : 'about '}${total.value} film${total.value === 1 ? '' : 's'}`);
} catch (error) {
  console.error(errorOf(error).message);
  process.exitCode = 1;
}
