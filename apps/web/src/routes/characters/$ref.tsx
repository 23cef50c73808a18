import { fullName } from '@cinematheque/shared/names';
import { refOf } from '@cinematheque/shared/slug';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link, redirect } from '@tanstack/react-router';
import { CharacterRows } from '../../characters/character-rows.tsx';
import { Fact, Facts } from '../../components/facts.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { readEntity } from '../../entity.ts';
import { titleAndYear } from '../../format.ts';
import { pageHead } from '../../head.ts';
import { movieLink, personLink } from '../../links.ts';
import { MoviePoster } from '../../movie/movie-poster.tsx';
import styles from './character-page.module.css';

export const Route = createFileRoute('/characters/$ref')({
  loader: async ({ context, params }) => {
    const { item } = await readEntity(params.ref, (id) =>
      context.queryClient.ensureQueryData(context.trpc.characters.get.queryOptions({ id })),
    );
    const ref = refOf(item.id, item.name);
    if (ref !== params.ref) throw redirect({ to: '/characters/$ref', params: { ref }, statusCode: 301 });
    const { id, name, movie, person } = item;
    // For its poster; the film's page is the next step, too.
    await context.queryClient.ensureQueryData(context.trpc.movies.get.queryOptions({ id: movie.id }));
    return { id, ref, name, about: `${name}, played by ${fullName(person)} in ${titleAndYear(movie)}.` };
  },
  head: ({ match, loaderData: character }) =>
    pageHead(
      match.context,
      character && {
        title: character.name,
        description: character.about,
        path: `/characters/${character.ref}`,
      },
    ),
  component: CharacterPage,
});

const roles = { leading: 'Leading part', supporting: 'Supporting part', background: 'Small part' } as const;

function CharacterPage() {
  const { id } = Route.useLoaderData();
  const { trpc } = Route.useRouteContext();
  const { item: character } = useSuspenseQuery(trpc.characters.get.queryOptions({ id })).data;
  const { name, role, description, person, others } = character;
  const { item: movie } = useSuspenseQuery(trpc.movies.get.queryOptions({ id: character.movie.id })).data;
  return (
    <article className="page">
      <div className={styles.head}>
        <Link {...movieLink(movie)} className={styles.poster} tabIndex={-1} aria-hidden="true">
          <MoviePoster movie={movie} priority sizes="(min-width: 48rem) 14rem, 30vw" />
        </Link>
        <div className={styles.words}>
          <PageTitle eyebrow="Character">{name}</PageTitle>
          {description && <p className="reading">{description}</p>}
          <Facts>
            <Fact label="Film">
              <Link {...movieLink(movie)}>{titleAndYear(movie)}</Link>
            </Fact>
            <Fact label="Played by">
              <Link {...personLink(person)}>{fullName(person)}</Link>
            </Fact>
            <Fact label="Part">{roles[role]}</Fact>
          </Facts>
        </div>
      </div>
      {others.length > 0 && (
        <Section title="Others of this name">
          <CharacterRows characters={others} />
        </Section>
      )}
    </article>
  );
}
