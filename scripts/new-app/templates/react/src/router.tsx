import { createRootRoute, createRoute, createRouter, Link, Outlet } from '@tanstack/react-router';
import { z } from 'zod';
import { FilmPage } from './film-page.tsx';
import { FilmsPage } from './films-page.tsx';

const root = createRootRoute({
  component: () => (
    <div className="page">
      <header>
        <Link to="/">new-app</Link>
      </header>
      <main>
        <Outlet />
      </main>
    </div>
  ),
});

/** What is searched for stands in the address, so that a list can be shared. */
const films = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: z.object({ q: z.coerce.string().optional().catch(undefined) }),
  component: function Films() {
    const { q = '' } = films.useSearch();
    const navigate = films.useNavigate();
    return <FilmsPage q={q} onSearch={(q) => navigate({ search: { q: q || undefined }, replace: true })} />;
  },
});

const film = createRoute({
  getParentRoute: () => root,
  path: '/films/$id',
  component: function Film() {
    return <FilmPage id={Number(film.useParams().id)} />;
  },
});

export const router = createRouter({ routeTree: root.addChildren([films, film]), scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
