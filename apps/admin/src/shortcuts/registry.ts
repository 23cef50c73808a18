import { isModified, isStroke, type Press, strokesOf } from './strokes.ts';

/** Something that a key does. */
export interface Shortcut {
  /** "n", "g m" (one after the other), "Mod+K" (with Ctrl or Command). */
  keys: string;
  /** What it does, for the sheet: "New film". */
  label: string;
  group: 'Everywhere' | 'Go to' | 'List' | 'Form';
  /** Absent where the page's own handler does it, and only the sheet has to know. */
  run?: (event: KeyboardEvent) => void;
  /** Works while a dialog is open too. */
  inDialog?: boolean;
}

/** Whoever is on the page, the newest last: it goes before older ones with the same keys. */
const registered = new Set<Shortcut[]>();

export function register(shortcuts: Shortcut[]): () => void {
  registered.add(shortcuts);
  return () => void registered.delete(shortcuts);
}

/** What can be pressed now; of the same keys, the newest. */
export function shortcuts(): Shortcut[] {
  const byKeys = new Map([...registered].flat().map((shortcut) => [shortcut.keys, shortcut]));
  return [...byKeys.values()];
}

/** After this many milliseconds a "g" waits no longer for its second key. */
const SEQUENCE = 1_500;
let first: { stroke: string; at: number } | null = null;

export interface Situation {
  /** Somebody is typing: only what is held with Ctrl counts. */
  typing: boolean;
  dialog: boolean;
  /** Whether keys count that are pressed alone. */
  singleKeys: boolean;
}

/** The shortcut that a key press completes, if any. */
export function pressed(press: Press, situation: Situation, now: number): Shortcut | null {
  const open = shortcuts().filter(
    ({ keys, run, inDialog }) =>
      run &&
      (inDialog || !situation.dialog) &&
      (isModified(keys) || (situation.singleKeys && !situation.typing)),
  );
  const before = first && now - first.at < SEQUENCE ? first.stroke : null;
  first = null;
  const match = (length: number) =>
    open.find(({ keys }) => {
      const strokes = strokesOf(keys);
      if (strokes.length !== length || !isStroke(press, strokes[length - 1] ?? '')) return false;
      return length === 1 || strokes[0] === before;
    });
  const found = (before && match(2)) || match(1);
  if (found) return found;
  const starts = open.some(({ keys }) => strokesOf(keys).length === 2 && isStroke(press, keys.charAt(0)));
  if (starts) first = { stroke: press.key.toLowerCase(), at: now };
  return null;
}
