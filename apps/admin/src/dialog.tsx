import { Suspense } from 'react';
import type { DialogProps } from './dialog-window.tsx';
import { later } from './later.ts';

const DialogWindow = later(() => import('./dialog-window.tsx'));

/** Asks before something goes on. Draw it only while it is open. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <DialogWindow {...props} />
    </Suspense>
  );
}
