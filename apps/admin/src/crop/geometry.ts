import type { Crop, FocalPoint } from '@cinematheque/shared/file';
import { type PicturePlace, pictureFor } from '@cinematheque/shared/picture';

/** All in whole pixels of the whole picture. */
export interface Size {
  width: number;
  height: number;
}

export const corners = ['top left', 'top right', 'bottom left', 'bottom right'] as const;
export type Corner = (typeof corners)[number];

/** The smallest side that a crop may have, so that it can still be taken hold of. */
const SMALLEST = 16;

const clamp = (value: number, min: number, max: number) => Math.max(min, Math.min(max, Math.round(value)));

export const wholeOf = ({ width, height }: Size): Crop => ({ left: 0, top: 0, width, height });

export const isWhole = (crop: Crop, size: Size): boolean =>
  crop.width === size.width && crop.height === size.height;

/** The crop at another place, within the picture. */
export const movedBy = (crop: Crop, x: number, y: number, size: Size): Crop => ({
  ...crop,
  left: clamp(crop.left + x, 0, size.width - crop.width),
  top: clamp(crop.top + y, 0, size.height - crop.height),
});

export const pointMovedBy = (point: FocalPoint, x: number, y: number, size: Size): FocalPoint => ({
  x: clamp(point.x + x, 0, size.width),
  y: clamp(point.y + y, 0, size.height),
});

/** The crop with one corner elsewhere and the opposite one where it is; `ratio` keeps a shape. */
export function resized(
  crop: Crop,
  corner: Corner,
  x: number,
  y: number,
  size: Size,
  ratio: number | null,
): Crop {
  const fromRight = corner.endsWith('left');
  const fromBottom = corner.startsWith('top');
  const right = crop.left + crop.width;
  const bottom = crop.top + crop.height;
  const most = {
    width: fromRight ? right : size.width - crop.left,
    height: fromBottom ? bottom : size.height - crop.top,
  };
  const least = { width: Math.min(SMALLEST, size.width), height: Math.min(SMALLEST, size.height) };
  let width = clamp(crop.width + (fromRight ? -x : x), least.width, most.width);
  let height = clamp(crop.height + (fromBottom ? -y : y), least.height, most.height);
  if (ratio)
    ({ width, height } = shaped(
      { width: Math.max(width, height * ratio), height: most.height },
      ratio,
      most,
    ));
  return {
    left: fromRight ? right - width : crop.left,
    top: fromBottom ? bottom - height : crop.top,
    width,
    height,
  };
}

/** The largest size of a shape that is no larger than either. */
function shaped(wanted: Size, ratio: number, most: Size): Size {
  const width = Math.min(wanted.width, most.width, wanted.height * ratio, most.height * ratio);
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(width / ratio)) };
}

/** The largest crop of a shape within another one, in its middle. */
export function shapedWithin(crop: Crop, ratio: number, size: Size): Crop {
  const { width, height } = shaped(crop, ratio, crop);
  const shape = { ...crop, width, height };
  return movedBy(shape, (crop.width - width) / 2, (crop.height - height) / 2, size);
}

/** What of the picture is seen in a place of the site: of the crop, as much as fits, with the focus in sight. */
export function seenIn(place: PicturePlace, ratio: number, crop: Crop, focal: FocalPoint | null): Crop {
  const part = (at: number, start: number, length: number) => Math.min(1, Math.max(0, (at - start) / length));
  const focus = focal && {
    x: part(focal.x, crop.left, crop.width),
    y: part(focal.y, crop.top, crop.height),
  };
  const { width, height } = shaped(crop, ratio, crop);
  const image = { id: 0, url: '', color: '', width: crop.width, height: crop.height, focus };
  const { position } = pictureFor(image, place);
  return {
    left: crop.left + Math.round(((crop.width - width) * position.x) / 100),
    top: crop.top + Math.round(((crop.height - height) * position.y) / 100),
    width,
    height,
  };
}
