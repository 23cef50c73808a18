import { defineEntity, p } from '@mikro-orm/core';
import { Genre } from './genre.ts';
import { Movie } from './movie.ts';
import { timestamps } from './record.ts';

export const MovieGenre = defineEntity({
  name: 'MovieGenre',
  tableName: 'movie_genres',
  properties: {
    movieId: () => p.manyToOne(Movie).mapToPk().fieldName('movie_id').primary(),
    genreId: () => p.manyToOne(Genre).mapToPk().fieldName('genre_id').primary(),
    position: p.integer().default(0),
    ...timestamps,
  },
});
