import { defineEntity, p } from '@mikro-orm/core';
import { Movie } from './movie.ts';
import { Person } from './person.ts';
import { record } from './record.ts';

export const Character = defineEntity({
  name: 'Character',
  tableName: 'characters',
  properties: {
    ...record,
    name: p.string().length(255),
    description: p.text().nullable(),
    role: p.string().length(20).default('supporting'),
    movieId: () => p.manyToOne(Movie).mapToPk().fieldName('movie_id'),
    personId: () => p.manyToOne(Person).mapToPk().fieldName('person_id'),
    position: p.integer().default(0),
  },
});
