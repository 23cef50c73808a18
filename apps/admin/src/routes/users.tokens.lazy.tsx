import { createLazyFileRoute } from '@tanstack/react-router';
import { useResource } from '../resources/use-resource.ts';
import { NothingHere } from '../shell/nothing-here.tsx';
import { TokensPage } from '../tokens/tokens-page.tsx';

export const Route = createLazyFileRoute('/users/tokens')({ component: Page });

/** Whoever may see accounts may see tokens. */
function Page() {
  return useResource('users') ? <TokensPage /> : <NothingHere />;
}
