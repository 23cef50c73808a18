import type { Dice } from './dice.ts';
import { capHeight, type Face, measure } from './faces.ts';
import { fit } from './fit.ts';
import type { TextMark } from './marks.ts';
import type { Palette } from './palettes.ts';

/** What a composition has to work with. */
export interface Sheet {
  title: string;
  /** What follows a colon or a dash in a long title. */
  subtitle: string | null;
  year: string | null;
  director: string | null;
  /** In lower case. */
  genres: readonly string[];
  palette: Palette;
  dice: Dice;
  /** Set in our own families, whose widths are known. */
  latin: boolean;
  rtl: boolean;
}

/** Title and subtitle together, in capitals. */
export function wholeTitle({ title, subtitle }: Sheet): string {
  return [title, subtitle].filter(Boolean).join(' ').toUpperCase();
}

export function wordCount(sheet: Sheet): number {
  return wholeTitle(sheet).split(' ').length;
}

export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TitleStyle {
  face: Face;
  fill: string;
  align?: TextMark['anchor'];
  /** Which edge of the place the block stands on. */
  stand?: 'top' | 'middle' | 'bottom';
  upper?: boolean;
  maxSize?: number;
  tight?: number;
}

const foreign: Record<Face, Face> = {
  condensed: 'heavy',
  heavy: 'heavy',
  wide: 'heavy',
  light: 'text',
  text: 'text',
  serif: 'serif',
  italic: 'serif',
};

/** One line of text on a sheet, with its width pinned where the font is ours. */
export function line(
  sheet: Sheet,
  text: string,
  face: Face,
  at: Pick<TextMark, 'size' | 'x' | 'y' | 'anchor' | 'fill'> & Partial<TextMark>,
): TextMark {
  const pinned = sheet.latin && text.length > 1;
  return {
    kind: 'text',
    text,
    face: sheet.latin ? face : foreign[face],
    ...(pinned && { length: measure(text, face) * at.size }),
    ...(sheet.rtl && { rtl: true }),
    ...at,
  };
}

/** The title, and its subtitle smaller beneath it, as large as the place allows. */
export function titleBlock(sheet: Sheet, place: Place, style: TitleStyle): TextMark[] {
  const { fill, align = 'start', stand = 'top', upper = true, maxSize, tight = upper ? 0.86 : 0.96 } = style;
  const face = sheet.latin ? style.face : foreign[style.face];
  const cased = (text: string) => (upper ? text.toUpperCase() : text);
  const gap = 9;
  const share = sheet.subtitle ? 0.66 : 1;
  const main = fit(
    cased(sheet.title),
    face,
    { width: place.width, height: place.height * share },
    { maxSize, tight },
  );
  const sub = sheet.subtitle
    ? fit(
        cased(sheet.subtitle),
        face,
        { width: place.width, height: Math.max(place.height - main.height - gap, 6) },
        { maxSize: Math.max(main.size * 0.42, 11), tight: tight + 0.12 },
      )
    : null;
  const height = main.height + (sub ? gap + sub.height : 0);
  const spare = place.height - height;
  const top = place.y + (stand === 'top' ? 0 : stand === 'middle' ? spare / 2 : spare);
  const x =
    place.x + (align === 'middle' ? place.width / 2 : (align === 'end') !== sheet.rtl ? place.width : 0);
  const set = ({ lines, size, leading }: typeof main, y: number) =>
    lines.map((text, i) =>
      line(sheet, text, face, { size, x, y: y + capHeight(face) * size + i * leading, anchor: align, fill }),
    );
  return [...set(main, top), ...(sub ? set(sub, top + main.height + gap) : [])];
}

/** Year and director, small, as at the foot of a printed poster. */
export function credits(
  sheet: Sheet,
  y: number,
  fill: string,
  layout: 'ends' | 'start' | 'middle' = 'ends',
): TextMark[] {
  const { year, director } = sheet;
  const at = { size: 7.5, y, fill, fine: true };
  const note = (text: string, x: number, anchor: TextMark['anchor'], room: number): TextMark => {
    const latin = { ...sheet, latin: false, rtl: false };
    return line(latin, text, 'text', {
      ...at,
      x,
      anchor,
      size: Math.min(at.size, room / measure(text, 'text')),
    });
  };
  if (layout === 'ends')
    return [
      ...(director ? [note(director, 14, 'start', 130)] : []),
      ...(year ? [note(year, 186, 'end', 40)] : []),
    ];
  const text = [director, year].filter(Boolean).join('  ·  ');
  if (!text) return [];
  return [layout === 'middle' ? note(text, 100, 'middle', 172) : note(text, 14, 'start', 172)];
}
