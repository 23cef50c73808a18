import { genreInput, genreListFields } from '@cinematheque/shared/genre';
import { movieGenreInput, movieGenreKey, movieGenreListFields } from '@cinematheque/shared/joins';
import { personBulk, personInput, personListFields } from '@cinematheque/shared/person';
import { Tag } from 'lucide-react';
import { trpc } from '../trpc.ts';
import { definePairs, defineResource } from './define.tsx';
import { bulkSet } from './list/bulk/bulk-action.ts';
import type { Resource } from './resource.ts';

/** What a declaration may not say; the compiler is the test, and each line that it should refuse says so. */
const look = { one: 'x', label: 'X', group: 'Catalog' as const, icon: Tag, sorts: [], title: () => 'x' };
const genre = {
  ...look,
  name: 'genres' as const,
  api: trpc.admin.genres,
  input: genreInput,
  fields: genreListFields,
};
const person = {
  ...look,
  name: 'persons' as const,
  api: trpc.admin.persons,
  input: personInput,
  fields: personListFields,
};

const right: Resource = defineResource({
  ...person,
  columns: ['lastName', { name: 'country', header: 'Country', cell: ({ country }) => country?.name }],
  form: (f) => [
    f.text('lastName'),
    f.prose('biography'),
    f.date('dateOfBirth'),
    f.choice('gender', { female: 'F', male: 'M', 'non-binary': 'N', unknown: '?' }),
    f.relation('countryId', 'countries'),
    f.image('primaryPhotoFileId'),
    f.images('additionalImages'),
  ],
});

// @ts-expect-error a column that the row does not have
defineResource({ ...genre, columns: ['color'], form: () => [] });
// @ts-expect-error a column that cannot be shown as it is
defineResource({ ...person, columns: ['country'], form: () => [] });
// @ts-expect-error a cell of what the row does not have
defineResource({ ...genre, columns: [{ name: 'x', header: 'X', cell: (row) => row.color }], form: () => [] });
// @ts-expect-error the name of no resource of the API
defineResource({ ...genre, name: 'moods', columns: [], form: () => [] });
// @ts-expect-error the input of another resource
defineResource({ ...genre, input: personInput, columns: [], form: () => [] });
// @ts-expect-error the filter fields of another resource
defineResource({ ...genre, fields: personListFields, columns: [], form: () => [] });
defineResource({
  ...genre,
  // @ts-expect-error a cell is edited as a field that the input does not have
  columns: [{ name: 'x', header: 'X', cell: () => 1, edit: (f) => f.text('x') }],
  form: () => [],
});
// @ts-expect-error what cannot be set for many people at once
bulkSet(trpc.admin.persons, personBulk, (f) => [f.text('lastName')]);
defineResource({
  ...genre,
  columns: [],
  form: () => [],
  // @ts-expect-error the bulk edit of another resource
  bulk: bulkSet(trpc.admin.persons, personBulk, (f) => [f.date('dateOfBirth')]),
});
defineResource({
  ...genre,
  // @ts-expect-error the API of a join table, whose id is a pair
  api: trpc.admin.movieGenres,
  input: movieGenreInput,
  columns: [],
  form: () => [],
});

defineResource({
  ...person,
  columns: [],
  form: (f) => [
    // @ts-expect-error a field that the input does not have
    f.text('nickname'),
    // @ts-expect-error a text is no number
    f.number('lastName'),
    // @ts-expect-error a day is more than a text
    f.text('dateOfBirth'),
    // @ts-expect-error a text is no day
    f.date('lastName'),
    // @ts-expect-error a text has no choices
    f.choice('lastName', {}),
    // @ts-expect-error a choice without its words
    f.choice('gender', { female: 'F', male: 'M' }),
    // @ts-expect-error a country is no genre
    f.relation('countryId', 'genres'),
    // @ts-expect-error no resource of the API
    f.relation('countryId', 'continents'),
    // @ts-expect-error one record, not several
    f.relations('countryId', 'countries'),
    // @ts-expect-error a country is no picture
    f.image('countryId'),
    // @ts-expect-error a person has no password
    f.password('lastName'),
  ],
});

export const resources: Resource[] = [
  right,
  definePairs({
    ...look,
    name: 'movieGenres',
    api: trpc.admin.movieGenres,
    pair: movieGenreKey,
    input: movieGenreInput,
    fields: movieGenreListFields,
    columns: ['position'],
    form: (f) => [f.relation('movieId', 'movies'), f.relation('genreId', 'genres'), f.number('position')],
  }),
];
