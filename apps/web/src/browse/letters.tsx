import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSite } from '../context.ts';
import { type Browse, type Choice, filterOf, searchOf } from './browse.ts';
import { LetterBar } from './letter-bar.tsx';
import { withScope } from './load-browse.ts';

/** The initials of a list of films. */
export function Letters({ browse, scope }: { browse: Browse; scope: Choice | undefined }) {
  const { trpc } = useSite();
  const { data } = useQuery(trpc.movies.letters.queryOptions(filterOf(withScope(browse, scope))));
  if (!data) return null;
  return (
    <LetterBar
      letters={data.items}
      noun="film"
      after={browse.after}
      link={(after) => (props) => (
        <Link
          to="."
          search={searchOf({ ...browse, after, pages: undefined })}
          resetScroll={false}
          {...props}
        />
      )}
    />
  );
}
