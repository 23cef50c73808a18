import type { RouterOutputs } from '@cinematheque/client';
import { type MovieInput, movieInput } from '@cinematheque/shared/movie';
import { fieldsOf, namesOf } from '../resource/fields.ts';
import { FieldRow } from '../resource/form/field-row.tsx';
import styles from '../resource/form/form.module.css';
import { isOptional, pick } from '../resource/form/values.ts';
import type { CustomForm } from '../resource/resource.ts';
import { CastGrid } from './cast-grid.tsx';
import { castOf, linesOf, readLines } from './cast-lines.ts';

type Movie = RouterOutputs['admin']['movies']['get']['item'];

const f = fieldsOf<MovieInput>();
const fields = [
  f.text('title'),
  f.date('releaseDate', { hint: 'A day, a month or a year: 1937, 1937-05, 1937-05-03' }),
  f.number('durationMinutes', { label: 'Minutes' }),
  f.relation('directorId', 'directors', { label: 'Director' }),
  f.relation('countryId', 'countries', { label: 'Country' }),
  f.relations('genreIds', 'genres', { label: 'Genres' }),
  f.number('budget', { hint: 'In US dollars' }),
  f.prose('description'),
  f.image('posterFileId', { label: 'Poster', hint: 'Without one, a typographic poster is drawn' }),
];
const names = fields.flatMap(namesOf);

/** The film's form: its own fields, its genres in order, and its cast. */
export const movieForm: CustomForm<Movie> = {
  component: ({ form }) => (
    <>
      <div className={styles.fields}>
        {fields.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            form={form}
            required={!isOptional(movieInput.shape[field.name === 'title' ? 'title' : 'budget'])}
          />
        ))}
      </div>
      <CastGrid form={form} />
    </>
  ),
  read: (movie) => ({
    ...pick(movie ? { ...movie } : {}, names),
    genreIds: movie?.genres.map(({ id }) => id) ?? [],
    cast: linesOf(movie?.cast ?? []),
  }),
  write: (values) => ({ ...values, cast: castOf(readLines(values.cast)) }),
};
