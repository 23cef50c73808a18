import { useSyncExternalStore } from 'react';
import styles from './announce.module.css';

const SHOWN_FOR = 5_000;
const listeners = new Set<() => void>();
let current = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function show(text: string): void {
  current = text;
  for (const listener of listeners) listener();
}

/** Says what has just happened, on the screen and to a screen reader: "Saved", "Row 3 of 12 moved to 2". */
export function announce(text: string): void {
  clearTimeout(timer);
  // The same words twice are said twice: the region must be empty in between.
  show('');
  setTimeout(() => show(text), 30);
  timer = setTimeout(() => show(''), SHOWN_FOR);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Where `announce` is shown; once in the page. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => current);
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {text && <p className={styles.text}>{text}</p>}
    </div>
  );
}
