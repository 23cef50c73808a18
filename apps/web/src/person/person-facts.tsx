import type { PersonPage } from '@cinematheque/shared/person';
import { Link } from '@tanstack/react-router';
import { Fact, Facts } from '../components/facts.tsx';
import { countOf, formatDate, machineDate } from '../format.ts';
import { countryLink } from '../links.ts';
import { YearsFact } from './years.tsx';

/** What is known about a person. */
export function PersonFacts({ person }: { person: PersonPage }) {
  const { dateOfBirth, dateOfBirthPrecision, country, acting, directing } = person;
  return (
    <Facts>
      <Fact label="Born">
        {dateOfBirth && (
          <time dateTime={machineDate(dateOfBirth, dateOfBirthPrecision)}>
            {formatDate(dateOfBirth, dateOfBirthPrecision)}
          </time>
        )}
      </Fact>
      <Fact label="Country">{country && <Link {...countryLink(country)}>{country.name}</Link>}</Fact>
      <Fact label="Acting">{acting.length > 0 && countOf(acting.length, 'film')}</Fact>
      <YearsFact movies={[...directing, ...acting.map(({ movie }) => movie)]} />
      <Fact label="Directing">{directing.length > 0 && countOf(directing.length, 'film')}</Fact>
    </Facts>
  );
}
