import type { MoviePage } from '@cinematheque/shared/movie';
import type { MovieCard } from '@cinematheque/shared/movie-card';
import { fullName } from '@cinematheque/shared/names';
import type { PersonPage } from '@cinematheque/shared/person';
import { pictureUrl } from '@cinematheque/shared/picture';
import type { Image } from '@cinematheque/shared/refs';
import { refOf } from '@cinematheque/shared/slug';
import type { Precision } from '@cinematheque/shared/text';
import type { BreadcrumbList, ItemList, Movie, Person, WithContext } from 'schema-dts';
import { type Choice, listInputOf, readBrowse } from './browse/browse.ts';
import { browseSearch } from './browse/browse-search.ts';
import { withScope } from './browse/load-browse.ts';
import { shownMovies } from './browse/shown-movies.ts';
import type { SiteContext } from './context.ts';
import { machineDate } from './format.ts';

/** What pages say for machines, in the words of schema.org. */
export type JsonLd =
  | WithContext<Movie>
  | WithContext<Person>
  | WithContext<ItemList>
  | WithContext<BreadcrumbList>;

/** Names of a cast that a machine is told. */
const CAST = 20;

const context = 'https://schema.org' as const;
const address = (site: string, path: string) => `${site}${encodeURI(path)}`;
const pictureOf = (site: string, image: Image) => `${site}${pictureUrl(image, 1024, 'webp')}`;
const dayOf = (day: string | null, precision: Precision) => (day ? machineDate(day, precision) : undefined);

const moviePath = ({ id, title }: Pick<MovieCard, 'id' | 'title'>) => `/movies/${refOf(id, title)}`;

interface Somebody {
  id: number;
  firstName: string | null;
  lastName: string;
}
const personIn = (site: string, room: 'people' | 'directors', person: Somebody) => ({
  '@type': 'Person' as const,
  name: fullName(person),
  url: address(site, `/${room}/${refOf(person.id, fullName(person))}`),
});

/** A film, of which search engines want a name and a picture at least: the poster, else the card for sharing. */
const movieOf = (site: string, movie: MovieCard) => ({
  '@type': 'Movie' as const,
  name: movie.title,
  url: address(site, moviePath(movie)),
  image: movie.poster ? pictureOf(site, movie.poster) : address(site, `${moviePath(movie)}/share.jpg`),
  datePublished: dayOf(movie.releaseDate, movie.releaseDatePrecision),
  director: movie.director ? personIn(site, 'directors', movie.director) : undefined,
});

export const movieJsonLd = (site: string, movie: MoviePage): WithContext<Movie> => ({
  '@context': context,
  ...movieOf(site, movie),
  description: movie.description ?? undefined,
  duration: movie.durationMinutes ? `PT${movie.durationMinutes}M` : undefined,
  genre: movie.genres.map(({ name }) => name),
  countryOfOrigin: movie.country ? { '@type': 'Country', name: movie.country.name } : undefined,
  actor: movie.cast.slice(0, CAST).map(({ person }) => personIn(site, 'people', person)),
});

export const personJsonLd = (site: string, person: PersonPage): WithContext<Person> => ({
  '@context': context,
  ...personIn(site, 'people', person),
  image: person.photo ? pictureOf(site, person.photo) : undefined,
  birthDate: dayOf(person.dateOfBirth, person.dateOfBirthPrecision),
  description: person.biography ?? undefined,
  nationality: person.country ? { '@type': 'Country', name: person.country.name } : undefined,
});

export const listJsonLd = (site: string, movies: readonly MovieCard[]): WithContext<ItemList> => ({
  '@context': context,
  '@type': 'ItemList',
  numberOfItems: movies.length,
  itemListElement: movies.map((movie, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    item: movieOf(site, movie),
  })),
});

/** The films that a page for browsing shows. */
export function browsedJsonLd(
  context: SiteContext,
  search: Record<string, unknown>,
  scope: Choice | undefined,
): WithContext<ItemList> {
  const { browse } = readBrowse(browseSearch(search));
  const asked = withScope(browse, scope);
  const { queryKey } = shownMovies(context, listInputOf(asked), asked.pages);
  return listJsonLd(context.siteUrl, context.queryClient.getQueryData(queryKey)?.items ?? []);
}

/** The way from the first page to this one: [name, path] of each page behind the first. */
export const breadcrumbJsonLd = (
  { siteUrl, siteName }: Pick<SiteContext, 'siteUrl' | 'siteName'>,
  way: [name: string, path: string][],
): WithContext<BreadcrumbList> => ({
  '@context': context,
  '@type': 'BreadcrumbList',
  itemListElement: [[siteName, '/'] as const, ...way].map(([name, path], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: address(siteUrl, path),
  })),
});
