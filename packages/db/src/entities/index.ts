import { Character } from './character.ts';
import { Country } from './country.ts';
import { Director } from './director.ts';
import { FavoriteMovie } from './favorite-movie.ts';
import { File } from './file.ts';
import { Genre } from './genre.ts';
import { Movie } from './movie.ts';
import { MovieGenre } from './movie-genre.ts';
import { MoviePerson } from './movie-person.ts';
import { Person } from './person.ts';
import { User } from './user.ts';

/** What the ORM discovers: the eleven tables of the catalog. */
export const entities = [
  File,
  User,
  Director,
  Country,
  Genre,
  Movie,
  MovieGenre,
  Person,
  MoviePerson,
  Character,
  FavoriteMovie,
];
