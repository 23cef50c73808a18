import { describe, expect, it } from 'vitest';
import { pictureFor, pictureUrl, pictureWidths } from './picture.ts';

const image = {
  id: 7,
  url: '/files/7/0123456789abcdef/1440.webp',
  color: '#336699',
  width: 2000,
  height: 3000,
  focus: null,
};

/** [address's width, what the browser is told] of each. */
const entries = (srcset: string) =>
  srcset.split(', ').map((entry) => {
    const [, made, told] = entry.match(/\/(\d+)\.avif (\d+)w$/) ?? [];
    return [Number(made), Number(told)];
  });

describe('a picture for a place', () => {
  it('has an address for each width that the place can use, below the root', () => {
    const { avif, webp, src } = pictureFor(image, 'poster', '/films');
    expect(entries(avif).map(([made]) => made)).toEqual([96, 160, 224, 288, 384, 512, 704]);
    expect(webp).toBe(avif.replaceAll('.avif', '.webp'));
    expect(src).toBe('/films/files/7/0123456789abcdef/288.webp');
    expect(pictureUrl(image, 64, 'avif')).toBe('/files/7/0123456789abcdef/64.avif');
  });

  it('never promises more pixels than the original has', () => {
    const { avif } = pictureFor({ ...image, width: 300, height: 450 }, 'poster');
    expect(entries(avif).at(-1)).toEqual([384, 300]);
    expect(entries(pictureFor({ ...image, width: 10, height: 10 }, 'photo').avif)).toEqual([[64, 10]]);
  });

  it('counts only what is seen of a picture that is wider than its place', () => {
    const wide = pictureFor({ ...image, width: 1920, height: 1080 }, 'poster');
    expect(entries(wide.avif)).toEqual([
      [288, 108],
      [384, 144],
      [512, 192],
      [704, 264],
      [1024, 384],
      [1440, 540],
      [1920, 720],
    ]);
    const high = pictureFor({ ...image, width: 1000, height: 3000 }, 'poster');
    expect(entries(high.avif)[0]).toEqual([96, 96]);
  });

  it('uses listed widths only', () => {
    for (const width of [1, 63, 64, 65, 700, 5000])
      for (const height of [1, 900, 5000])
        for (const place of ['poster', 'portrait', 'square', 'wide', 'photo'] as const)
          for (const [made] of entries(pictureFor({ ...image, width, height }, place).avif))
            expect(pictureWidths).toContain(made);
  });
});

describe('the focus', () => {
  const at = (x: number, y: number, width: number, height: number) =>
    pictureFor({ ...image, width, height, focus: { x, y } }, 'square').position;

  it('moves a picture along the side that is cut, and only there', () => {
    expect(at(0, 0, 2000, 1000)).toEqual({ x: 0, y: 50 });
    expect(at(1, 1, 2000, 1000)).toEqual({ x: 100, y: 50 });
    expect(at(0.5, 0.2, 2000, 1000)).toEqual({ x: 50, y: 50 });
    expect(at(0.2, 0.75, 1000, 2000)).toEqual({ x: 50, y: 100 });
    expect(at(0.2, 0.6, 1000, 2000)).toEqual({ x: 50, y: 70 });
    expect(at(0.2, 0.6, 1000, 1000)).toEqual({ x: 50, y: 50 });
  });

  it('comes to the middle where the edges allow it', () => {
    // Twice as wide as its place: at 0.4 the middle of the place lies over 0.4 of the picture.
    const { x } = at(0.4, 0.5, 2000, 1000);
    const left = (x / 100) * (2 - 1);
    expect((left + 0.5) / 2).toBeCloseTo(0.4);
  });

  it('is the middle of what nobody has said anything about', () => {
    expect(pictureFor(image, 'square').position).toEqual({ x: 50, y: 50 });
  });
});
