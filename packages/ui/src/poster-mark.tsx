import { cx } from './cx.ts';
import { type Mark, short, type TextMark } from './poster/marks.ts';
import styles from './poster.module.css';

/** One mark of a designed poster, as SVG. */
export function PosterMark({ mark }: { mark: Mark }) {
  if (mark.kind === 'text') return <TextLine mark={mark} />;
  const ink = {
    fill: mark.fill ?? 'none',
    stroke: mark.stroke,
    strokeWidth: mark.strokeWidth === undefined ? undefined : short(mark.strokeWidth),
  };
  if (mark.kind === 'circle')
    return <circle {...ink} cx={short(mark.cx)} cy={short(mark.cy)} r={short(mark.r)} />;
  const { d, round, at } = mark;
  const transform = at && `translate(${short(at.x)} ${short(at.y)}) scale(${at.scale.toFixed(3)})`;
  return <path {...ink} d={d} strokeLinecap={round ? 'round' : undefined} transform={transform} />;
}

function TextLine({ mark }: { mark: TextMark }) {
  const { text, face, size, x, y, anchor, fill, length, turn, outline, rtl, fine } = mark;
  return (
    <text
      className={cx(styles[face], fine && styles.fine)}
      x={short(x)}
      y={short(y)}
      fontSize={short(size)}
      textAnchor={anchor === 'start' ? undefined : anchor}
      fill={outline ? 'none' : fill}
      stroke={outline ? fill : undefined}
      strokeWidth={outline}
      textLength={length === undefined ? undefined : short(length)}
      lengthAdjust={length === undefined ? undefined : 'spacingAndGlyphs'}
      transform={turn ? `rotate(${short(turn)} ${short(x)} ${short(y)})` : undefined}
      direction={rtl ? 'rtl' : undefined}
    >
      {text}
    </text>
  );
}
