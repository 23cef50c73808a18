import { Suspense, useState } from 'react';
import { later } from '../later.ts';
import { AccountFace } from './account-face.tsx';
import type { AccountMenuProps } from './account-menu.tsx';

const AccountMenu = later(() => import('./account-menu.tsx'));

/** Opens the account's menu, which is drawn from the first press on. */
export function AccountButton(props: AccountMenuProps) {
  const [asked, setAsked] = useState(false);
  const face = <AccountFace me={props.me} aria-haspopup="menu" onClick={() => setAsked(true)} />;
  if (!asked) return face;
  return (
    <Suspense fallback={face}>
      <AccountMenu {...props} />
    </Suspense>
  );
}
