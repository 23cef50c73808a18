import { EmptyState } from '@cinematheque/ui/empty-state';
import { PageTitle } from '../components/page-title.tsx';

/** The first page of a house without films. */
export function EmptyCatalog() {
  return (
    <div className="page">
      <PageTitle eyebrow="The catalog">Nothing on the shelves yet</PageTitle>
      <EmptyState title="There are no films here so far">
        Whoever keeps this catalog can enter the first one in the admin console, or import many at once.
      </EmptyState>
    </div>
  );
}
