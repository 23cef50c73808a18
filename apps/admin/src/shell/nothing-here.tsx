import { buttonClass } from '@cinematheque/ui/button-class';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { Link } from '@tanstack/react-router';

/** An address of the console that leads nowhere. */
export function NothingHere() {
  return (
    <>
      <title>Nothing here · Cinematheque console</title>
      <EmptyState
        page
        title="There is nothing here"
        action={
          <Link to="/" className={buttonClass()}>
            To the start
          </Link>
        }
      >
        The address may be mistyped, or the page may be for administrators.
      </EmptyState>
    </>
  );
}
