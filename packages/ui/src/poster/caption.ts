import type { Face } from './faces.ts';
import { type Mark, rect, sheetHeight, sheetWidth, type TextMark } from './marks.ts';
import { inkOn } from './palettes.ts';
import { credits, type Sheet, type TitleStyle, titleBlock } from './sheet.ts';

/** The part of a sheet that is left for the picture. */
export interface Picture {
  top: number;
  height: number;
  middle: number;
}

export interface Caption {
  picture: Picture;
  /** Painted last: it covers what of the picture runs into its field. */
  marks: Mark[];
}

const settings: readonly [TitleStyle, ...TitleStyle[]] = [
  { face: 'condensed', fill: '' },
  { face: 'heavy', fill: '', maxSize: 46 },
  { face: 'wide', fill: '', maxSize: 34, tight: 0.95 },
  { face: 'serif', fill: '', upper: false, maxSize: 50 },
  { face: 'italic', fill: '', upper: false, maxSize: 50 },
  { face: 'light', fill: '', maxSize: 54 },
  { face: 'condensed', fill: '', align: 'middle' },
  { face: 'serif', fill: '', upper: false, align: 'middle', maxSize: 46 },
];

/** A field with the title and the credits, above or below a picture; its height, letters and color vary. */
export function caption(
  sheet: Sheet,
  options: { at?: 'top' | 'bottom'; field?: string; faces?: Face[] } = {},
): Caption {
  const { dice, palette } = sheet;
  const at = options.at ?? (dice.chance(0.28) ? 'top' : 'bottom');
  const { ground, ink, accent } = palette;
  const field = options.field ?? dice.pick([ground, ground, ground, ink, accent]);
  const long = Math.min(Math.max(sheet.title.length + (sheet.subtitle?.length ?? 0) - 12, 0), 40);
  const height = Math.round(dice.between(84, 98) + long * 0.8);
  const top = at === 'top' ? 0 : sheetHeight - height;
  const allowed = settings.filter(({ face }) => options.faces?.includes(face) ?? true);
  const [first, ...rest] = allowed;
  const style = { ...dice.pick([first ?? settings[0], ...rest]), fill: inkOn(palette, field) };
  const title = titleBlock(
    sheet,
    { x: 14, y: at === 'top' ? 29 : top + 14, width: 172, height: height - 42 },
    { ...style, stand: at === 'top' ? 'top' : 'bottom' },
  );
  const notes = credits(
    sheet,
    at === 'top' ? 19 : 288,
    style.fill,
    style.align === 'middle' ? 'middle' : 'ends',
  );
  return {
    picture: pictureBeside(at, height),
    marks: [rect(0, top, sheetWidth, height, field), ...title, ...notes],
  };
}

function pictureBeside(at: 'top' | 'bottom', taken: number): Picture {
  const height = sheetHeight - taken;
  const top = at === 'top' ? taken : 0;
  return { top, height, middle: top + height / 2 };
}

/** Text laid straight on the picture: title at the top or the foot, credits at the other end. */
export function overlay(sheet: Sheet, style: TitleStyle, height = 120): TextMark[] {
  const place = { x: 14, y: style.stand === 'bottom' ? 270 - height : 16, width: 172, height };
  return [...titleBlock(sheet, place, style), ...credits(sheet, 287, style.fill)];
}
