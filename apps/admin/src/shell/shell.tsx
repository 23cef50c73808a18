import type { Me } from '@cinematheque/shared/user';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { Announcer } from '../announce.tsx';
import { later, loadTheRest } from '../later.ts';
import { followCatalog } from '../live/feed.ts';
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
  const onPalette = () => setOver('palette');
  const onShortcuts = () => setOver('shortcuts');
  useEffect(listen, []);
  // Soon after the page is there, so that what is typed behind the palette's key is not lost.
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
      {/* Until it is there, its letters must not be taken for keys of the page. */}
      <Suspense fallback={<div role="dialog" aria-label="Opening" hidden />}>
        {over === 'palette' && <Palette me={me} onShortcuts={onShortcuts} onClose={close} />}
        {over === 'shortcuts' && <ShortcutSheet onClose={close} />}
      </Suspense>
      <Announcer />
      <SessionDialog />
    </div>
  );
}
