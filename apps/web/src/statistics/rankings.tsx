import { fullName } from '@cinematheque/shared/names';
import type { DirectorRef } from '@cinematheque/shared/refs';
import { Link } from '@tanstack/react-router';
import { countOf, formatMoney, titleAndYear } from '../format.ts';
import { directorLink, movieLink } from '../links.ts';
import { PersonRow } from '../person/person-row.tsx';
import { ranking } from './ranking.ts';
import styles from './ranking-list.module.css';

const Director = ({ director }: { director: DirectorRef }) => (
  <Link {...directorLink(director)} className={styles.name}>
    {fullName(director)}
  </Link>
);

/** Every ranking of the catalog, by its name in an address. */
export const rankings = {
  actors: ranking({
    title: 'Actors by the budgets of their films',
    about: 'The budgets of all films that somebody is in, each film once; unknown budgets are left out.',
    read: (statistics, { cursor, limit }) => statistics.actorsByTotalBudget.query({ cursor, limit }),
    row: ({ person, totalBudget, movies }) => ({
      key: String(person.id),
      who: <PersonRow person={person} />,
      value: formatMoney(totalBudget),
      note: countOf(movies, 'film'),
    }),
  }),
  directors: ranking({
    title: 'Directors by average budget',
    about: 'Of the films whose budget is known.',
    read: (statistics, { cursor, limit }) => statistics.directorsByAverageBudget.query({ cursor, limit }),
    row: ({ director, averageBudget, movies }) => ({
      key: String(director.id),
      who: <Director director={director} />,
      value: formatMoney(averageBudget),
      note: countOf(movies, 'film'),
    }),
  }),
  recent: ranking({
    title: 'Films of late, and how many are in them',
    about: 'The newest first.',
    read: (statistics, { cursor, limit, years }) => statistics.recentMovies.query({ cursor, limit, years }),
    row: ({ movie, actors }) => ({
      key: String(movie.id),
      who: (
        <Link {...movieLink(movie)} className={styles.name}>
          {titleAndYear(movie)}
        </Link>
      ),
      value: countOf(actors, 'actor'),
      note: movie.director ? fullName(movie.director) : undefined,
    }),
  }),
  careers: ranking({
    title: 'Longest careers',
    about: 'From the first film to the last, as far as the catalog has them.',
    read: (statistics, { cursor, limit }) => statistics.longestCareers.query({ cursor, limit }),
    row: ({ person, from, to, years, movies }) => ({
      key: String(person.id),
      who: <PersonRow person={person} />,
      value: countOf(years, 'year'),
      note: `${from} to ${to}, ${countOf(movies, 'film')}`,
    }),
  }),
  pairs: ranking({
    title: 'Most often together',
    about: 'Two actors in one film.',
    read: (statistics, { limit }) => statistics.frequentPairs.query({ limit }),
    row: ({ persons: [one, other], movies }) => ({
      key: `${one.id}-${other.id}`,
      who: (
        <div className={styles.pair}>
          <PersonRow person={one} />
          <PersonRow person={other} />
        </div>
      ),
      value: countOf(movies, 'film'),
    }),
  }),
  'director-and-actor': ranking({
    title: 'Directors and their actors',
    about: 'Who most often played for whom.',
    read: (statistics, { limit }) => statistics.frequentDirectorPairs.query({ limit }),
    row: ({ director, person, movies }) => ({
      key: `${director.id}-${person.id}`,
      who: (
        <div className={styles.pair}>
          <Director director={director} />
          <PersonRow person={person} />
        </div>
      ),
      value: countOf(movies, 'film'),
    }),
  }),
};

export type RankingName = keyof typeof rankings;
export const rankingNames = Object.keys(rankings).filter((name): name is RankingName => name in rankings);
