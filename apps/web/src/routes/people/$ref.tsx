import { fullName } from '@cinematheque/shared/refs';
import { refOf } from '@cinematheque/shared/slug';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link, redirect } from '@tanstack/react-router';
import { CommaList } from '../../components/comma-list.tsx';
import { Section } from '../../components/section.tsx';
import { idIn, orNotFound } from '../../entity.ts';
import { countOf } from '../../format.ts';
import { pageHead } from '../../head.ts';
import { characterLink } from '../../links.ts';
import { describePerson } from '../../person/describe-person.ts';
import { Filmography } from '../../person/filmography.tsx';
import { People } from '../../person/people-list.tsx';
import { PersonFacts } from '../../person/person-facts.tsx';
import { PersonRow } from '../../person/person-row.tsx';
import { PortraitPage } from '../../person/portrait-page.tsx';

export const Route = createFileRoute('/people/$ref')({
  async loader({ context, params }) {
    const options = context.trpc.persons.get.queryOptions({ id: idIn(params.ref) });
    const { item } = await orNotFound(context.queryClient.ensureQueryData(options));
    const ref = refOf(item.id, fullName(item));
    if (ref !== params.ref) throw redirect({ to: '/people/$ref', params: { ref }, statusCode: 301 });
    return { id: item.id, ref, name: fullName(item), about: describePerson(item) };
  },
  head: ({ match, loaderData: person }) =>
    pageHead(
      match.context.siteUrl,
      person && { title: person.name, description: person.about, path: `/people/${person.ref}` },
    ),
  component: PersonPage,
});

function PersonPage() {
  const { id } = Route.useLoaderData();
  const { trpc } = Route.useRouteContext();
  const { item: person } = useSuspenseQuery(trpc.persons.get.queryOptions({ id })).data;
  const { acting, directing, namesakes, coworkers } = person;
  const jobs = [acting.length > 0 && 'Acting', directing.length > 0 && 'Directing'].filter(Boolean);
  return (
    <PortraitPage
      name={fullName(person)}
      photo={person.photo}
      eyebrow={jobs.join(' · ') || 'Person'}
      about={
        <>
          <PersonFacts person={person} />
          {person.biography && <p className="reading">{person.biography}</p>}
        </>
      }
    >
      {directing.length > 0 && (
        <Section title="Directing" note={countOf(directing.length, 'film')}>
          <Filmography credits={directing.map((movie) => ({ movie }))} />
        </Section>
      )}
      {acting.length > 0 && (
        <Section title="Acting" note={countOf(acting.length, 'film')}>
          <Filmography
            credits={acting.map(({ movie, characters }) => ({
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
      {namesakes.length > 0 && (
        <Section title="Not to be confused with">
          <People>
            {namesakes.map((other) => (
              <li key={other.id}>
                <PersonRow person={other} />
              </li>
            ))}
          </People>
        </Section>
      )}
    </PortraitPage>
  );
}
