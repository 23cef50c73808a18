import { fullName, yearOf } from '@cinematheque/shared/names';
import type { PersonPage as Person } from '@cinematheque/shared/person';
import { refOf } from '@cinematheque/shared/slug';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link, redirect } from '@tanstack/react-router';
import { breadcrumbJsonLd, personJsonLd } from '#json-ld';
import { CommaList } from '../../components/comma-list.tsx';
import { Section } from '../../components/section.tsx';
import { readEntity } from '../../entity.ts';
import { countOf } from '../../format.ts';
import { pageHead } from '../../head.ts';
import { characterLink, personLink } from '../../links.ts';
import { describePerson } from '../../person/describe-person.ts';
import { Filmography } from '../../person/filmography.tsx';
import { filmographySearch, jobs } from '../../person/filmography-search.ts';
import { FilmographyTools, jobNames } from '../../person/filmography-tools.tsx';
import { inOrder } from '../../person/in-order.ts';
import { People } from '../../person/people-list.tsx';
import { PersonFacts } from '../../person/person-facts.tsx';
import { PersonRow } from '../../person/person-row.tsx';
import { PortraitPage } from '../../person/portrait-page.tsx';

export const Route = createFileRoute('/people/$ref')({
  validateSearch: filmographySearch,
  loader: async ({ context, params }) => {
    const { item } = await readEntity(params.ref, (id) =>
      context.queryClient.ensureQueryData(context.trpc.persons.get.queryOptions({ id })),
    );
    const ref = refOf(item.id, fullName(item));
    if (ref !== params.ref)
      throw redirect({ to: '/people/$ref', params: { ref }, search: true, statusCode: 301 });
    return { id: item.id, ref, name: fullName(item), about: describePerson(item) };
  },
  head: ({ match, loaderData: person }) => {
    const { siteUrl, queryClient, trpc } = match.context;
    if (!person) return pageHead(match.context, undefined);
    const path = `/people/${person.ref}`;
    const item = queryClient.getQueryData(trpc.persons.get.queryKey({ id: person.id }))?.item;
    return pageHead(match.context, {
      title: person.name,
      description: person.about,
      path,
      search: match.search,
      type: 'profile',
      card: true,
      feed: `${person.name}: new films`,
      jsonLd: import.meta.env.SSR &&
        item && [
          personJsonLd(siteUrl, item),
          breadcrumbJsonLd(match.context, [
            ['People', '/people'],
            [person.name, path],
          ]),
        ],
    });
  },
  component: PersonPage,
});

function PersonPage() {
  const { id } = Route.useLoaderData();
  const { trpc } = Route.useRouteContext();
  const search = Route.useSearch();
  const { item: person } = useSuspenseQuery(trpc.persons.get.queryOptions({ id })).data;
  const { acting, directing, namesakes, coworkers, director } = person;
  const counts = { acting: acting.length, directing: directing.length };
  const done = jobs.filter((job) => counts[job] > 0);
  // A job that was never done is no filter.
  const job = done.find((one) => one === search.job);
  return (
    <PortraitPage
      name={fullName(person)}
      photo={person.photo}
      eyebrow={done.map((one) => jobNames[one]).join(' · ') || 'Person'}
      about={
        <>
          <PersonFacts person={person} />
          {person.biography && <p className="reading">{person.biography}</p>}
          {namesakes.length > 0 && (
            <p className="reading">
              Not to be confused with{' '}
              <CommaList items={namesakes} keyOf={(other) => other.id}>
                {(other) => (
                  <>
                    <Link {...personLink(other)}>{fullName(other)}</Link> ({whoIs(other)})
                  </>
                )}
              </CommaList>
              .
            </p>
          )}
        </>
      }
    >
      {/* One film has no order. */}
      {acting.length + directing.length > 1 && (
        <FilmographyTools counts={counts} search={{ ...search, job }} />
      )}
      {directing.length > 0 && job !== 'acting' && (
        <Section
          title="Directing"
          note={countOf(directing.length, 'film')}
          action={
            director && (
              <Link to="/movies" search={{ director: String(director.id) }}>
                Filter these
              </Link>
            )
          }
        >
          <Filmography
            credits={inOrder(directing, (movie) => movie, search.sort).map((movie) => ({ movie }))}
          />
        </Section>
      )}
      {acting.length > 0 && job !== 'directing' && (
        <Section
          title="Acting"
          note={countOf(acting.length, 'film')}
          action={
            <Link to="/movies" search={{ person: String(id) }}>
              Filter these
            </Link>
          }
        >
          <Filmography
            credits={inOrder(acting, ({ movie }) => movie, search.sort).map(({ movie, characters }) => ({
              movie,
              note: characters.length > 0 && (
                <CommaList items={characters} keyOf={({ id }) => id}>
                  {(character) => <Link {...characterLink(character)}>{character.name}</Link>}
                </CommaList>
              ),
            }))}
          />
        </Section>
      )}
      {coworkers.length > 0 && (
        <Section title="Often together with">
          <People>
            {coworkers.map((other) => (
              <li key={other.id}>
                <PersonRow person={other} aside={countOf(other.movies, 'film')} />
              </li>
            ))}
          </People>
        </Section>
      )}
    </PortraitPage>
  );
}

/** What tells a namesake: birth, or a film. */
const whoIs = ({ dateOfBirth, knownFor }: Person['namesakes'][number]) =>
  [yearOf(dateOfBirth) && `born ${yearOf(dateOfBirth)}`, knownFor[0]].filter(Boolean).join(', ') ||
  'another person';
