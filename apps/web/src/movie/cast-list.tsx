import type { CastMember } from '@cinematheque/shared/movie';
import { fullName } from '@cinematheque/shared/names';
import type { DirectorRef } from '@cinematheque/shared/refs';
import { Avatar } from '@cinematheque/ui/avatar';
import { Link } from '@tanstack/react-router';
import { CommaList } from '../components/comma-list.tsx';
import { countOf } from '../format.ts';
import { characterLink, directorLink, personLink, usePicture } from '../links.ts';
import styles from './cast-list.module.css';

/** The first of the billing; the others are one press away. */
const SHOWN = 10;

/** A film's cast in billing order, as a programme prints it. */
export function CastList({ cast }: { cast: readonly CastMember[] }) {
  const more = cast.slice(SHOWN);
  return (
    <>
      <Lines cast={cast.slice(0, SHOWN)} />
      {more.length > 0 && (
        <details className={styles.more}>
          <summary className={styles.summary}>Full cast: {countOf(more.length, 'more name')}</summary>
          <Lines cast={more} start={SHOWN + 1} />
        </details>
      )}
    </>
  );
}

/** Who made it, apart from who is in it. */
export function CrewList({ jobs }: { jobs: readonly { job: string; person: DirectorRef }[] }) {
  return (
    <ul className={styles.cast}>
      {jobs.map(({ job, person }) => (
        <li key={job} className={styles.line}>
          <Avatar name={fullName(person)} size="small" />
          <Link {...directorLink(person)} className={styles.name}>
            {fullName(person)}
          </Link>
          <span className={styles.leader} aria-hidden="true" />
          <span className={styles.characters}>{job}</span>
        </li>
      ))}
    </ul>
  );
}

function Lines({ cast, start = 1 }: { cast: readonly CastMember[]; start?: number }) {
  const picture = usePicture();
  return (
    <ol className={styles.cast} start={start}>
      {cast.map(({ person, characters }) => (
        <li key={person.id} className={styles.line}>
          <Avatar name={fullName(person)} portrait={picture(person.photo, 'portrait')} size="small" />
          <Link {...personLink(person)} className={styles.name}>
            {fullName(person)}
          </Link>
          {characters.length > 0 && (
            <>
              <span className={styles.leader} aria-hidden="true" />
              <span className={styles.characters}>
                <CommaList items={characters} keyOf={({ id }) => id}>
                  {(character) => (
                    <Link {...characterLink(character)} className={styles.character}>
                      {character.name}
                    </Link>
                  )}
                </CommaList>
              </span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
