declare global {
  interface Window {
    /** The button that was pressed last, as long as nobody has heard of it. */
    pressed?: Element | null | undefined;
  }
}

/**
 * For the page's head: remembers which button was pressed, from the first paint on. A button whose code has not come
 * yet (late.tsx) would lose the press. What the browser opens by itself is not lost.
 */
export const pressScript = `addEventListener('click',e=>{window.pressed=e.target.closest('[type=button]:not([popovertarget])')},true);`;

/** React calls it of every press that it hears of. */
export function heard(): void {
  window.pressed = null;
}

/** Presses the button again, now that more code is there. Where it is still too early, the press stays remembered. */
export function pressAgain(): void {
  const { pressed } = window;
  if (pressed instanceof HTMLElement && pressed.isConnected) pressed.click();
}
