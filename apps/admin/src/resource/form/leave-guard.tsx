import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { LeaveDialog } from './leave-dialog.tsx';

export interface LeaveGuardProps {
  changed: string[];
  /** True once leaving is meant: after a save or a delete. */
  leaving: RefObject<boolean>;
}

/** Asks before unsaved changes are lost: by a link, Back, reload, or the closing of the tab. */
export function LeaveGuard({ changed, leaving }: LeaveGuardProps) {
  const unsaved = () => changed.length > 0 && !leaving.current;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: unsaved,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return <LeaveDialog changed={changed} onStay={reset} onLeave={proceed} />;
}
