import { createFileRoute } from '@tanstack/react-router';
import { useResource } from '../resources/use-resource.ts';
import { NothingHere } from '../shell/nothing-here.tsx';

export const Route = createFileRoute('/$resource/new')({ component: Page });

function Page() {
  const resource = useResource(Route.useParams().resource);
  return resource?.Create ? <resource.Create /> : <NothingHere />;
}
