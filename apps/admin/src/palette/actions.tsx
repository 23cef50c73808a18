import type { Me } from '@cinematheque/shared/user';
import { applyTheme, readTheme, type Theme } from '@cinematheque/ui/theme-store';
import { useNavigate } from '@tanstack/react-router';
import {
  ExternalLink,
  Keyboard,
  LayoutDashboard,
  LogOut,
  Monitor,
  Moon,
  PanelLeft,
  Plus,
  Server,
  Sun,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { fromRoot } from '../base-path.ts';
import { signOut } from '../session/sign-out.ts';
import { goTo, resourcesOf } from '../shell/nav.ts';
import { toggleSidebar } from '../shell/sidebar.tsx';
import type { Entry } from './entry.ts';
import { fits, leads } from './score.ts';

interface Action extends Entry {
  /** Further words by which it is found. */
  words: string;
}

const themes = [
  { theme: 'light', label: 'Switch to the light theme', Icon: Sun },
  { theme: 'dark', label: 'Switch to the dark theme', Icon: Moon },
  { theme: 'system', label: 'Follow the system’s theme', Icon: Monitor },
] as const satisfies { theme: Theme; label: string; Icon: typeof Sun }[];

function action(label: string, words: string, picture: ReactNode, run: () => void, keys?: string): Action {
  return { key: label, label, words, hint: null, picture, keys, run };
}

export interface ActionsOptions {
  me: Me;
  onShortcuts: () => void;
}

/** Everything that can be done from here; what the role lacks is not there. */
export function useActions({
  me,
  onShortcuts,
}: ActionsOptions): (typed: string) => { sure: Entry[]; rest: Entry[] } {
  const navigate = useNavigate();
  const shown = resourcesOf(me);
  const actions: Action[] = [
    ...shown.flatMap(({ name, label, one, Create }): Action[] => {
      if (!Create) return [];
      const run = () => void navigate({ to: '/$resource/new', params: { resource: name } });
      return [action(`New ${one}`, `add create ${name} ${label}`, <Plus />, run)];
    }),
    ...shown.map(({ name, label, icon: Icon }) => {
      const letter = goTo[name];
      const run = () => void navigate({ to: '/$resource', params: { resource: name } });
      return action(`Go to ${label.toLowerCase()}`, `${name} list`, <Icon />, run, letter && `g ${letter}`);
    }),
    action(
      'Go to the overview',
      'dashboard start home',
      <LayoutDashboard />,
      () => void navigate({ to: '/' }),
      'g h',
    ),
    ...(me.role === 'admin'
      ? [
          action(
            'Go to the system page',
            'slow version backup jobs name settings',
            <Server />,
            () => void navigate({ to: '/system' }),
            'g s',
          ),
        ]
      : []),
    ...themes
      .filter(({ theme }) => theme !== readTheme())
      .map(({ theme, label, Icon }) =>
        action(label, 'mode appearance color', <Icon />, () => applyTheme(theme)),
      ),
    action('Narrow or widen the menu', 'sidebar toggle', <PanelLeft />, toggleSidebar, 'Mod+B'),
    action('Keyboard shortcuts', 'keys help', <Keyboard />, onShortcuts, '?'),
    action('View the site', 'public', <ExternalLink />, () => location.assign(fromRoot('/'))),
    action('Sign out', 'log off leave', <LogOut />, () => void signOut()),
  ];
  return (typed) => {
    const found = actions.filter(({ label, words }) => fits(`${label} ${words}`, typed));
    const sure = typed ? found.filter(({ label }) => leads(label, typed)) : [];
    return { sure, rest: found.filter((action) => !sure.includes(action)) };
  };
}
