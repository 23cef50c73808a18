import { useEffect } from 'react';

/** Stands until the palette's code has come: letters are no keys of the page meanwhile, but kept for it. */
export function Opening({ onType }: { onType: (change: (text: string) => string) => void }) {
  useEffect(() => {
    const keep = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Backspace') onType((text) => text.slice(0, -1));
      else if (event.key.length === 1) onType((text) => text + event.key);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', keep);
    return () => document.removeEventListener('keydown', keep);
  }, [onType]);
  return <div role="dialog" aria-label="Opening" hidden />;
}
