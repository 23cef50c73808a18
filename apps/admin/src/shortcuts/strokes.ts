/** What is looked at of a keyboard event. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const MOD = 'Mod+';

const isMac = () => /Mac|iP(hone|ad)/.test(navigator.platform);

/** Whether a stroke is held together with Ctrl (or Command), and so is never typed into a text. */
export const isModified = (keys: string): boolean => keys.startsWith(MOD);

/** Whether a key press is this stroke: "n", "?", "Space", "Mod+K". */
export function isStroke({ key, ctrlKey, metaKey, altKey }: Press, stroke: string): boolean {
  if (altKey || (ctrlKey || metaKey) !== isModified(stroke)) return false;
  const wanted = isModified(stroke) ? stroke.slice(MOD.length) : stroke;
  return (key === ' ' ? 'space' : key.toLowerCase()) === wanted.toLowerCase();
}

/** The strokes of "g m", one after the other. */
export const strokesOf = (keys: string): string[] => keys.split(' ');

/** How keys are written on this machine's keyboard, one text for each key. */
export function spell(keys: string): string[] {
  return strokesOf(keys).flatMap((stroke) => {
    if (!isModified(stroke)) return [stroke];
    return [isMac() ? '⌘' : 'Ctrl', stroke.slice(MOD.length)];
  });
}
