import type { Me } from '@cinematheque/shared/user';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { Announcer } from '../announce.tsx';
import { later, loadTheRest } from '../later.ts';
import { followCatalog } from '../live/feed.ts';
import { Opening } from '../palette/opening.tsx';
import { SessionDialog } from '../session/session-dialog.tsx';
import { listen } from '../shortcuts/listen.ts';
import { loadSingleKeys } from '../shortcuts/single-keys.ts';
import { useConsoleShortcuts } from './console-shortcuts.ts';
import styles from './shell.module.css';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';

const Palette = later(() => import('../palette/palette.tsx'));
const ShortcutSheet = later(() => import('../shortcuts/shortcut-sheet.tsx'));

/** What stands around every page of the console: menu, top bar, and what opens over the page from anywhere. */
export function Shell({ me }: { me: Me }) {
  const [over, setOver] = useState<'palette' | 'shortcuts' | null>(null);
  const close = () => setOver(null);
  const [typed, setTyped] = useState('');
  const onPalette = () => {
    setTyped('');
    setOver('palette');
  };
  const onShortcuts = () => setOver('shortcuts');
  useEffect(listen, []);
  // Soon after the page is there, so that nobody waits for it.
  useEffect(() => void setTimeout(loadTheRest, 1_000), []);
  useEffect(() => followCatalog(me.id), [me.id]);
  useEffect(() => void loadSingleKeys(), [me.id]);
  useConsoleShortcuts({ me, onPalette, onShortcuts });
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        To the content
      </a>
      <Sidebar me={me} />
      <div className={styles.page}>
        <TopBar me={me} onPalette={onPalette} onShortcuts={onShortcuts} />
        <main className={styles.main} id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Suspense fallback={<Opening onType={setTyped} />}>
        {over === 'palette' && <Palette {...{ me, onShortcuts, typed }} onClose={close} />}
        {over === 'shortcuts' && <ShortcutSheet onClose={close} />}
      </Suspense>
      <Announcer />
      <SessionDialog />
    </div>
  );
}
