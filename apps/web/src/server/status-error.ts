import type { AnyRouter } from '@tanstack/react-router';

/** What a loader threw, if the page has failed for it. (What it did not find is a page of its own.) */
export function statusError(router: AnyRouter): unknown {
  return router.state.matches.find(({ status }) => status === 'error')?.error;
}
