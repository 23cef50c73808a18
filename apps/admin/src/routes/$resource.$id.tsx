import { createFileRoute } from '@tanstack/react-router';
import { useResource } from '../resources/use-resource.ts';
import { NothingHere } from '../shell/nothing-here.tsx';

export const Route = createFileRoute('/$resource/$id')({ component: Page });

function Page() {
  const { resource: name, id } = Route.useParams();
  const resource = useResource(name);
  return resource ? <resource.Edit key={`${name} ${id}`} id={id} /> : <NothingHere />;
}
