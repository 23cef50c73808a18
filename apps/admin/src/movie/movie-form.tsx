import type { RouterOutputs } from '@cinematheque/client';
import type { MovieInput } from '@cinematheque/shared/movie';
import { later } from '../later.ts';
import { dated, fieldsOf, labelsOf, namesOf } from '../resource/fields.ts';
import { pick } from '../resource/form/values.ts';
import type { CustomForm } from '../resource/resource.ts';
import { castOf, linesOf, readLines } from './cast-lines.ts';

type Movie = RouterOutputs['admin']['movies']['get']['item'];

const MovieFields = later(() => import('./movie-fields.tsx'));

const f = fieldsOf<MovieInput>();
const fields = [
  f.text('title'),
  f.date('releaseDate', { hint: 'A day, a month or a year' }),
  f.number('durationMinutes', { label: 'Minutes' }),
  f.relation('directorId', 'directors', { label: 'Director' }),
  f.relation('countryId', 'countries', { label: 'Country' }),
  f.relations('genreIds', 'genres', { label: 'Genres', hint: 'In order: drag a genre to its place' }),
  f.number('budget', { hint: 'In US dollars' }),
  f.prose('description'),
];
const poster = f.image('posterFileId', { label: 'Poster', hint: 'Without a picture, this one is drawn' });
const names = [...fields, poster].flatMap(namesOf);

/** The film's form: its own fields, its poster, its genres in order, and its cast. */
export const movieForm: CustomForm<Movie> = {
  component: ({ form }) => <MovieFields fields={fields} poster={poster} form={form} />,
  labels: labelsOf([...fields, poster]),
  read: (movie) => ({
    ...pick(movie ? { ...movie } : {}, names),
    genreIds: movie?.genres.map(({ id }) => id) ?? [],
    cast: linesOf(movie?.cast ?? []),
  }),
  write: (values) => ({ ...dated(fields, values), cast: castOf(readLines(values.cast)) }),
};
