import type { Me } from '@cinematheque/shared/user';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useResource } from '../resources/use-resource.ts';
import type { Shortcut } from '../shortcuts/registry.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { goTo, resourcesOf } from './nav.ts';
import { toggleSidebar } from './sidebar.tsx';

export interface ConsoleShortcutsOptions {
  me: Me;
  onPalette: () => void;
  onShortcuts: () => void;
}

const inMain = (selector: string) => document.querySelector<HTMLElement>(`#main ${selector}`);

/** Into the search of the list; a page without one has the palette. */
function toSearch(orElse: () => void): void {
  const box = inMain('input[type="search"]');
  if (box) box.focus();
  else orElse();
}

/** Opens the row that has the focus; in a record, begins at its first field. */
function edit(): void {
  const row = document.activeElement?.closest('#main tr, #main [role="row"]');
  const target = row
    ? row.querySelector('a')
    : inMain('form :is(input:not([type="hidden"]), textarea, select)');
  if (!(target instanceof HTMLElement)) return;
  if (row) target.click();
  else target.focus();
}

/** The keys that every page has. */
export function useConsoleShortcuts({ me, onPalette, onShortcuts }: ConsoleShortcutsOptions): void {
  const navigate = useNavigate();
  const { resource: name = '' } = useParams({ strict: false });
  const resource = useResource(name);
  const everywhere: Shortcut[] = [
    { keys: 'Mod+K', label: 'Find anything', group: 'Everywhere', run: onPalette },
    { keys: 'Mod+B', label: 'Narrow or widen the menu', group: 'Everywhere', run: toggleSidebar },
    { keys: '/', label: 'Search', group: 'Everywhere', run: () => toSearch(onPalette) },
    { keys: 'e', label: 'Edit what has the focus', group: 'Everywhere', run: edit },
    { keys: '?', label: 'This sheet', group: 'Everywhere', run: onShortcuts },
    { keys: 'g h', label: 'Overview', group: 'Go to', run: () => void navigate({ to: '/' }) },
  ];
  if (resource?.Create) {
    everywhere.unshift({
      keys: 'n',
      label: `New ${resource.one}`,
      group: 'Everywhere',
      run: () => void navigate({ to: '/$resource/new', params: { resource: resource.name } }),
    });
  }
  if (me.role === 'admin') {
    const run = () => void navigate({ to: '/system' });
    everywhere.push({ keys: 'g s', label: 'System', group: 'Go to', run });
  }
  const places = resourcesOf(me).flatMap(({ name: resource, label }): Shortcut[] => {
    const letter = goTo[resource];
    if (!letter) return [];
    const run = () => void navigate({ to: '/$resource', params: { resource } });
    return [{ keys: `g ${letter}`, label, group: 'Go to', run }];
  });
  useShortcuts([...everywhere, ...places]);
}
