import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react';

/** How far something was moved since the last time: in pixels of the screen, or in steps of the keyboard. */
export interface Drag {
  x: number;
  y: number;
  unit: 'screen' | 'step';
}

export interface HandleProps {
  label: string;
  className?: string | undefined;
  style?: CSSProperties;
  onDrag: (by: Drag) => void;
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Something that is dragged, or moved by the arrows while it has the focus: with Shift ten times as far. */
export function Handle({ label, className, style, onDrag }: HandleProps) {
  const at = useRef<{ x: number; y: number }>(null);

  function onPointerDown(event: PointerEvent) {
    event.currentTarget.setPointerCapture(event.pointerId);
    at.current = { x: event.clientX, y: event.clientY };
  }

  function onPointerMove({ clientX: x, clientY: y }: PointerEvent) {
    if (!at.current) return;
    onDrag({ x: x - at.current.x, y: y - at.current.y, unit: 'screen' });
    at.current = { x, y };
  }

  function onKeyDown(event: KeyboardEvent) {
    const [x, y] = arrows[event.key] ?? [];
    if (x === undefined || y === undefined) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    onDrag({ x: x * far, y: y * far, unit: 'step' });
  }

  return (
    <button
      type="button"
      aria-label={label}
      aria-description="Moved by the arrow keys"
      className={className}
      style={style}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        at.current = null;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
