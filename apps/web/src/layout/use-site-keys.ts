import { useEffect } from 'react';
import { singleKeysOn } from './single-keys.ts';

/** Fields in which a letter is a letter. */
const typing = 'input, textarea, select, [contenteditable]';

/** "/" leads to the search box; "e" follows the page's edit link, where there is one. */
export function useSiteKeys(): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (ctrlKey || metaKey || altKey || event.defaultPrevented || !singleKeysOn()) return;
      if (target instanceof Element && target.closest(typing)) return;
      const box = key === '/' && document.querySelector<HTMLInputElement>('header [data-search-box]');
      const edit = key === 'e' && document.querySelector<HTMLAnchorElement>('[data-edit-link]');
      if (!box && !edit) return;
      event.preventDefault();
      if (box) box.select();
      if (edit) edit.click();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
