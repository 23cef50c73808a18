import { createLazyFileRoute } from '@tanstack/react-router';
import { MostPage } from '../favorites/most-page.tsx';
import { useResource } from '../resources/use-resource.ts';
import { NothingHere } from '../shell/nothing-here.tsx';

export const Route = createLazyFileRoute('/favoriteMovies/most')({ component: Page });

function Page() {
  return useResource('favoriteMovies') ? <MostPage /> : <NothingHere />;
}
