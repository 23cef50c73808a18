import { defineEntity, p } from '@mikro-orm/core';
import { Movie } from './movie.ts';
import { Person } from './person.ts';
import { timestamps } from './record.ts';

export const MoviePerson = defineEntity({
  name: 'MoviePerson',
  tableName: 'movie_persons',
  properties: {
    movieId: () => p.manyToOne(Movie).mapToPk().fieldName('movie_id').primary(),
    personId: () => p.manyToOne(Person).mapToPk().fieldName('person_id').primary(),
    position: p.integer().default(0),
    ...timestamps,
  },
});
