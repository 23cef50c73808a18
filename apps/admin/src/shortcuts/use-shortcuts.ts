import { useEffect } from 'react';
import { register, type Shortcut } from './registry.ts';

/** Keys that work while this component is on the page: `useShortcuts([{ keys: 'n', label: 'New film', ... }])`. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  useEffect(() => register(shortcuts));
}
