import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { pressAgain } from './early-press.ts';

const signs = ['pointerdown', 'keydown', 'focusin', 'scroll'];

/** Milliseconds after the page has loaded when the rest is fetched anyway. */
const REST_MS = 1000;

/** Resolves when somebody first does something on the page. On the server nobody does, and nothing waits. */
export const awake = import.meta.env.SSR
  ? Promise.resolve()
  : new Promise<void>((resolve) => {
      const wake = () => resolve();
      // Browsers tell of a pointer over a page that has just been drawn, though it stays where it is.
      const move = ({ movementX, movementY }: PointerEvent) => (movementX || movementY) && resolve();
      window.addEventListener('pointermove', move, { passive: true });
      for (const sign of signs) window.addEventListener(sign, wake, { once: true, passive: true });
      window.addEventListener('load', () => setTimeout(wake, REST_MS));
      if (document.readyState === 'complete') setTimeout(wake, REST_MS);
    });

/**
 * A part of a page that nobody can miss before he does something: its code comes after the first visit's. What the
 * server drew of it stays as it is until then, links and forms included.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  // On the server with the first page that shows it, in the browser as soon as it may: pages come ready then.
  const rest = import.meta.env.SSR ? null : awake.then(() => untilThere(load));
  const Part = lazy(async () => ({ default: await (rest ?? load()) }));
  return (props: Props) => (
    <Suspense>
      <Part {...props} />
      <Arrived />
    </Suspense>
  );
}

/** Beside a part: its code has come. */
function Arrived() {
  useEffect(pressAgain, []);
  return null;
}

/** Without a network the part stays as it is, and its code is asked for again. */
async function untilThere<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5000));
    }
  }
}
