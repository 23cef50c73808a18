import { Button } from '@cinematheque/ui/button';
import { Suspense, useState } from 'react';
import { later } from '../../later.ts';
import { ColumnsLabel } from './columns-label.tsx';
import type { ColumnsProps } from './columns-list.tsx';

const ColumnsMenu = later(() => import('./columns-menu.tsx'));

/** Chooses the columns. What it opens is drawn from the first press on, so that a list does not begin with its code. */
export function ColumnsButton(props: ColumnsProps) {
  const [asked, setAsked] = useState(false);
  const button = (
    <Button aria-haspopup="dialog" onClick={() => setAsked(true)}>
      <ColumnsLabel />
    </Button>
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <ColumnsMenu {...props} />
    </Suspense>
  );
}
