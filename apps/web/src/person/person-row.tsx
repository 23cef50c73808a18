import type { DirectorCard } from '@cinematheque/shared/director';
import { fullName, yearOf } from '@cinematheque/shared/names';
import type { PersonCard } from '@cinematheque/shared/person';
import type { PersonRef } from '@cinematheque/shared/refs';
import { PersonLine } from '@cinematheque/ui/person-line';
import { Link } from '@tanstack/react-router';
import { countOf } from '../format.ts';
import { directorLink, personLink, usePicture } from '../links.ts';

export interface PersonRowProps {
  person: PersonRef & Partial<Pick<PersonCard, 'knownFor'>>;
  /** At the end of the line. */
  aside?: string;
}

/** A person in a list. */
export function PersonRow({ person, aside }: PersonRowProps) {
  const picture = usePicture();
  return (
    <PersonLine
      person={{
        name: fullName(person),
        portrait: picture(person.photo, 'portrait'),
        born: yearOf(person.dateOfBirth),
        died: null,
        knownFor: person.knownFor ?? [],
      }}
      link={(props) => <Link {...personLink(person)} {...props} />}
      aside={aside}
    />
  );
}

/** A director in a list; the page of one who also acts is the person's. */
export function DirectorRow({ director }: { director: DirectorCard }) {
  const picture = usePicture();
  const { personId } = director;
  return (
    <PersonLine
      person={{
        name: fullName(director),
        portrait: picture(director.photo, 'portrait'),
        born: null,
        died: null,
        knownFor: director.knownFor,
      }}
      link={(props) =>
        personId === null ? (
          <Link {...directorLink(director)} {...props} />
        ) : (
          <Link {...personLink({ ...director, id: personId })} {...props} />
        )
      }
      aside={countOf(director.movies, 'film')}
    />
  );
}
