import type { MovieCard } from '@cinematheque/shared/movie-card';
import { fullName, yearOf } from '@cinematheque/shared/names';
import type { Overview } from '@cinematheque/shared/statistics';
import { buttonClass } from '@cinematheque/ui/button-class';
import { Link } from '@tanstack/react-router';
import { Heart } from '../favorites/heart.tsx';
import { countOf } from '../format.ts';
import { movieLink } from '../links.ts';
import { MoviePoster } from '../movie/movie-poster.tsx';
import styles from './masthead.module.css';

export interface MastheadProps {
  overview: Overview;
  /** The film on the cover. */
  feature: MovieCard;
}

/** The programme's cover: what the house holds, and one film. */
export function Masthead({ overview, feature }: MastheadProps) {
  const { firstYear: from, lastYear: to, movies, persons, countries } = overview;
  return (
    <header className={styles.cover}>
      <div className={styles.words}>
        <p className="eyebrow">{from && to && from < to ? `${from} to ${to}` : 'The catalog'}</p>
        <h1 className={styles.title}>
          {countOf(movies, 'film')}
          <span className={styles.quiet}> and everyone in them</span>
        </h1>
        <p className={`reading ${styles.line}`}>
          {countOf(persons, 'name')} from {countOf(countries, 'country', 'countries')}: look up a title,
          follow a face from film to film, keep what you love.
        </p>
        <p className={styles.ways}>
          <Link to="/movies" className={buttonClass({ variant: 'primary' })}>
            Browse all films
          </Link>
          <Link to="/people" className={buttonClass()}>
            Look up a person
          </Link>
        </p>
      </div>
      <figure className={styles.feature}>
        <Link {...movieLink(feature)} className={styles.poster} tabIndex={-1} aria-hidden="true">
          <MoviePoster movie={feature} priority sizes="(min-width: 60rem) 20rem, 40vw" />
        </Link>
        <figcaption className={styles.caption}>
          <span className="eyebrow">The latest</span>
          <Link {...movieLink(feature)} className={styles.name}>
            {feature.title}
          </Link>
          <span className={styles.facts}>
            {[yearOf(feature.releaseDate), feature.director && fullName(feature.director)]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Heart movie={feature} look="page" />
        </figcaption>
      </figure>
    </header>
  );
}
