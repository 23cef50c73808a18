import type { AnyRouter, RouterHistory } from '@tanstack/react-router';

/** The link that was followed from each place of the history. */
const followed = new Map<string, string>();

const placeOf = ({ __TSR_key, key }: { __TSR_key?: string; key?: string }) => __TSR_key ?? key ?? '';

/**
 * Puts the focus back on the link that one left a page by, when one comes back to it; the router puts the page back
 * to where it was. Anywhere else the focus goes where the browser has it.
 */
export function restoreFocus(router: AnyRouter): void {
  let back = false;
  router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
    const link = document.activeElement;
    if (fromLocation && link instanceof HTMLAnchorElement)
      followed.set(placeOf(fromLocation.state), link.href);
  });
  const history: RouterHistory = router.history;
  history.subscribe(({ action }) => {
    back = action.type === 'BACK' || action.type === 'GO';
  });
  router.subscribe('onRendered', ({ toLocation, pathChanged }) => {
    const href = back && pathChanged ? followed.get(placeOf(toLocation.state)) : undefined;
    back = false;
    const link = href && [...document.links].find((one) => one.href === href && one.closest('main'));
    if (link) link.focus({ preventScroll: true });
  });
}
