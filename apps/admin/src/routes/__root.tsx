import { errorOf } from '@cinematheque/client';
import { ErrorState } from '@cinematheque/ui/error-state';
import { useQuery } from '@tanstack/react-query';
import { createRootRoute, Outlet, useMatchRoute } from '@tanstack/react-router';
import { meQuery } from '../session/me.ts';
import { SignInPage } from '../session/sign-in-page.tsx';
import { VisitorPage } from '../session/visitor-page.tsx';
import { NothingHere } from '../shell/nothing-here.tsx';
import { Shell } from '../shell/shell.tsx';

export const Route = createRootRoute({ component: Console, notFoundComponent: NothingHere });

/** Who may come in: editors see the console, everybody else is told where to go. */
function Console() {
  const settingUp = useMatchRoute()({ to: '/setup' });
  const { data: me, error, refetch, isFetching } = useQuery(meQuery);
  if (settingUp) return <Outlet />;
  if (me === undefined) {
    if (!error) return null;
    return (
      <main className="page">
        <ErrorState title="The console could not start" onRetry={() => void refetch()} retrying={isFetching}>
          {errorOf(error).message}
        </ErrorState>
      </main>
    );
  }
  if (me === null) return <SignInPage />;
  if (me.role === 'visitor') return <VisitorPage me={me} />;
  return <Shell me={me} />;
}
