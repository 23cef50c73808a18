import type { Image } from './refs.ts';

/** The widths that pictures are made in, in pixels. The server makes no others, however often it is asked. */
export const pictureWidths = [64, 96, 160, 224, 288, 384, 512, 704, 1024, 1440, 1920] as const;

/** The formats that pictures are made in, the smallest files first. */
export const pictureFormats = ['avif', 'webp'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** The picture that `Image.url` names: good in an <img> by itself. */
export const WHOLE_PICTURE = '1440.webp';

/** Where pictures stand: the shape they are cut to there, and from how small to how large in pixels of the screen. */
const places = {
  poster: { ratio: 2 / 3, from: 96, to: 704 },
  portrait: { ratio: 4 / 5, from: 64, to: 512 },
  square: { ratio: 1, from: 64, to: 512 },
  wide: { ratio: 16 / 9, from: 288, to: 1920 },
  /** In its own shape. */
  photo: { ratio: null, from: 288, to: 1920 },
} as const;
export type PicturePlace = keyof typeof places;

/** What a page needs to show a picture: addresses for every screen, and what to show until one has loaded. */
export interface PictureSource {
  src: string;
  avif: string;
  webp: string;
  width: number;
  height: number;
  color: string;
  /** What stays in sight, as CSS's object-position in percent, in steps of five. */
  position: { x: number; y: number };
}

/** The address of a picture in one of `pictureWidths`; a small original is never made larger than it is. */
export const pictureUrl = ({ url }: Pick<Image, 'url'>, width: number, format: PictureFormat): string =>
  url.replace(/[^/]*$/, `${width}.${format}`);

/** A picture for a place. `root` stands before its addresses: the server's BASE_PATH. */
export function pictureFor(image: Image, place: PicturePlace, root = ''): PictureSource {
  const { ratio, from, to } = places[place];
  const shape = image.width / image.height;
  // Of a picture that is wider than its place, only a part of the width is seen there.
  const seen = ratio ? Math.min(1, ratio / shape) : 1;
  const widths = widthsFor(image.width, seen, from, to);
  const sources = (format: PictureFormat) =>
    widths
      .map((width) => {
        const shown = Math.round(Math.min(width, image.width) * seen);
        return `${root}${pictureUrl(image, width, format)} ${Math.max(1, shown)}w`;
      })
      .join(', ');
  return {
    src: `${root}${pictureUrl(image, widths[Math.floor(widths.length / 2)] ?? 64, 'webp')}`,
    avif: sources('avif'),
    webp: sources('webp'),
    width: image.width,
    height: image.height,
    color: image.color,
    position: positionOf(image.focus, ratio ? shape / ratio : 1),
  };
}

/** Those that a place can use: none beyond the original's own width, of which the next larger one is made. */
function widthsFor(own: number, seen: number, from: number, to: number): number[] {
  const whole = pictureWidths.findIndex((width) => width >= own);
  const there = whole < 0 ? pictureWidths : pictureWidths.slice(0, whole + 1);
  const enough = there.findIndex((width) => width * seen >= to);
  const useful = there
    .slice(0, enough < 0 ? undefined : enough + 1)
    .filter((width) => Math.round(width * seen) >= from);
  return useful.length ? useful : there.slice(-1);
}

/**
 * Brings the focus as near to the middle as the picture's edges allow. `stretch` is how much wider than its place the
 * picture is when both are equally high.
 */
function positionOf(focus: Image['focus'], stretch: number): PictureSource['position'] {
  const along = (at: number, factor: number) => {
    if (factor <= 1) return 50;
    const share = (at * factor - 0.5) / (factor - 1);
    return Math.round(Math.min(1, Math.max(0, share)) * 20) * 5;
  };
  return focus ? { x: along(focus.x, stretch), y: along(focus.y, 1 / stretch) } : { x: 50, y: 50 };
}
