import { defineEntity, p } from '@mikro-orm/core';
import { Country } from './country.ts';
import { Director } from './director.ts';
import { File } from './file.ts';
import { precision, record } from './record.ts';

export const Movie = defineEntity({
  name: 'Movie',
  tableName: 'movies',
  properties: {
    ...record,
    title: p.string().length(255),
    description: p.text().nullable(),
    budget: p.integer().nullable(),
    releaseDate: p.date().nullable(),
    releaseDatePrecision: precision(),
    durationMinutes: p.integer().nullable(),
    directorId: () => p.manyToOne(Director).mapToPk().fieldName('director_id').nullable(),
    countryId: () => p.manyToOne(Country).mapToPk().fieldName('country_id').nullable(),
    posterFileId: () => p.oneToOne(File).mapToPk().fieldName('poster_file_id').nullable(),
    tmdbId: p.integer().nullable(),
  },
});
