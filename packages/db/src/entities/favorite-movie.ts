import { defineEntity, p } from '@mikro-orm/core';
import { Movie } from './movie.ts';
import { timestamps } from './record.ts';
import { User } from './user.ts';

export const FavoriteMovie = defineEntity({
  name: 'FavoriteMovie',
  tableName: 'favorite_movies',
  properties: {
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').primary(),
    movieId: () => p.manyToOne(Movie).mapToPk().fieldName('movie_id').primary(),
    ...timestamps,
  },
});
