import { pressed } from './registry.ts';
import { singleKeys } from './single-keys.ts';

/** Where letters mean themselves: fields, and lists that are searched by typing. */
const texts =
  'textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"])';

/** Hears every key of the page for as long as somebody wants it to. */
export function listen(): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const { target } = event;
    const found = pressed(
      event,
      {
        typing: target instanceof Element && target.closest(texts) !== null,
        dialog: document.querySelector('[role="dialog"], [role="alertdialog"]') !== null,
        singleKeys: singleKeys.get(),
      },
      event.timeStamp,
    );
    if (!found?.run) return;
    event.preventDefault();
    found.run(event);
  };
  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}
