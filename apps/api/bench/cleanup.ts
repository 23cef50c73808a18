type Work = () => Promise<unknown> | unknown;

const pending: Work[] = [];
let ending: Promise<void> | undefined;

/** Remembers what must be undone at the end, however the end comes; the last is undone first. */
export function atEnd(work: Work): void {
  pending.push(work);
}

/** Undoes everything, once. */
export function end(): Promise<void> {
  ending ??= undo();
  return ending;
}

/** Whether the end has begun: what fails from now on, fails because of it. */
export const isEnding = () => ending !== undefined;

async function undo(): Promise<void> {
  for (const work of pending.toReversed()) {
    try {
      await work();
    } catch (error) {
      console.error(error);
    }
  }
}
