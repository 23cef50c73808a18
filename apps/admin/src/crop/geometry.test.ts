import { describe, expect, it } from 'vitest';
import {
  corners,
  isWhole,
  movedBy,
  pointMovedBy,
  resized,
  seenIn,
  shapedWithin,
  wholeOf,
} from './geometry.ts';

const size = { width: 1000, height: 600 };
const crop = { left: 100, top: 100, width: 400, height: 300 };

describe('a crop', () => {
  it('stays within its picture, wherever it is moved', () => {
    expect(movedBy(crop, 50, -20, size)).toEqual({ ...crop, left: 150, top: 80 });
    expect(movedBy(crop, 9999, -9999, size)).toEqual({ ...crop, left: 600, top: 0 });
  });

  it('keeps the corner opposite to the one that is dragged', () => {
    expect(resized(crop, 'bottom right', 50, 60, size, null)).toEqual({ ...crop, width: 450, height: 360 });
    expect(resized(crop, 'top left', 50, 60, size, null)).toEqual({
      left: 150,
      top: 160,
      width: 350,
      height: 240,
    });
    expect(resized(crop, 'top right', 9999, -9999, size, null)).toEqual({
      ...{ left: 100, top: 0, width: 900, height: 400 },
    });
  });

  it('is never too small to be taken hold of, nor larger than the picture', () => {
    for (const corner of corners) {
      for (const by of [-9999, 9999]) {
        for (const ratio of [null, 2 / 3, 1, 16 / 9]) {
          const { left, top, width, height } = resized(crop, corner, by, by, size, ratio);
          expect(Math.min(width, height), `${corner} ${by} ${ratio}`).toBeGreaterThan(0);
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(size.width);
          expect(top + height).toBeLessThanOrEqual(size.height);
        }
      }
    }
  });

  it('keeps a shape', () => {
    const { width, height } = resized(crop, 'bottom right', 80, 0, size, 1);
    expect(width).toBe(height);
    expect(shapedWithin(wholeOf(size), 1, size)).toEqual({ left: 200, top: 0, width: 600, height: 600 });
    expect(shapedWithin(crop, 2 / 3, size)).toEqual({ left: 200, top: 100, width: 200, height: 300 });
  });

  it('is none when it is the whole', () => {
    expect(isWhole(wholeOf(size), size)).toBe(true);
    expect(isWhole(crop, size)).toBe(false);
  });
});

it('a focal point stays on the picture', () => {
  expect(pointMovedBy({ x: 10, y: 10 }, -50, 9999, size)).toEqual({ x: 0, y: 600 });
});

describe('what is seen in a place', () => {
  it('is the middle without a focal point, and what holds it with one', () => {
    const whole = wholeOf(size);
    expect(seenIn('square', 1, whole, null)).toEqual({ left: 200, top: 0, width: 600, height: 600 });
    expect(seenIn('square', 1, whole, { x: 1000, y: 300 })).toEqual({
      left: 400,
      top: 0,
      width: 600,
      height: 600,
    });
    expect(seenIn('square', 1, whole, { x: 0, y: 0 }).left).toBe(0);
    const { left, width } = seenIn('poster', 2 / 3, whole, { x: 700, y: 300 });
    expect(width).toBe(400);
    expect(Math.abs(left + width / 2 - 700)).toBeLessThan(20);
  });

  it('is of the crop only', () => {
    const { left, top, width, height } = seenIn('wide', 16 / 9, crop, { x: 100, y: 400 });
    expect(left).toBeGreaterThanOrEqual(crop.left);
    expect(top + height).toBe(crop.top + crop.height);
    expect(left + width).toBeLessThanOrEqual(crop.left + crop.width);
  });
});
