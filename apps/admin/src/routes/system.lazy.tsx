import { createLazyFileRoute } from '@tanstack/react-router';
import { useMe } from '../session/me.ts';
import { NothingHere } from '../shell/nothing-here.tsx';
import { SystemPage } from '../system/system-page.tsx';

export const Route = createLazyFileRoute('/system')({ component: Page });

function Page() {
  return useMe()?.role === 'admin' ? <SystemPage /> : <NothingHere />;
}
