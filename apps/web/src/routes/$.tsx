import { createFileRoute, notFound } from '@tanstack/react-router';
import { pageHead } from '../head.ts';

/** Every address that no other route has: a 404 with a title of its own. */
export const Route = createFileRoute('/$')({
  loader: () => {
    throw notFound();
  },
  head: ({ match }) => pageHead(match.context, undefined),
});
