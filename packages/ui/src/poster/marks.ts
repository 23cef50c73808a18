import type { Face } from './faces.ts';

/** The sheet's size; every composition draws in these units. */
export const sheetWidth = 200;
export const sheetHeight = 300;

export interface PathMark {
  kind: 'path';
  d: string;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  round?: boolean;
  /** Where the path's own zero lies, and how large it is drawn. */
  at?: { x: number; y: number; scale: number };
}

export interface CircleMark {
  kind: 'circle';
  cx: number;
  cy: number;
  r: number;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
}

export interface TextMark {
  kind: 'text';
  text: string;
  face: Face;
  size: number;
  /** The baseline's start, middle or end, by `anchor`. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  fill: string;
  /** The width to set it to, so that it fits even in a stand-in font. */
  length?: number;
  /** Degrees, clockwise around (x, y). */
  turn?: number;
  /** Draws the letters' outline instead of filling them. */
  outline?: number;
  rtl?: boolean;
  /** Too small to read on a thumbnail, where it is left out. */
  fine?: boolean;
}

/** A poster is a list of these, painted in order. */
export type Mark = PathMark | CircleMark | TextMark;

type Ink = Pick<PathMark, 'fill' | 'stroke' | 'strokeWidth' | 'round'>;

/** A number as short as it can be written without being seen. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Path data from a template: d`M${x} ${y}h${width}`. */
export function d(parts: TemplateStringsArray, ...values: number[]): string {
  return parts.reduce((text, part, i) => text + short(values[i - 1] ?? 0) + part);
}

export function path(data: string, ink: Ink): PathMark {
  return { kind: 'path', d: data, ...ink };
}

export function rect(x: number, y: number, width: number, height: number, fill: string): PathMark {
  return path(d`M${x} ${y}h${width}v${height}h${-width}z`, { fill });
}

export function disc(cx: number, cy: number, r: number, fill: string): CircleMark {
  return { kind: 'circle', cx, cy, r, fill };
}

export function ring(cx: number, cy: number, r: number, stroke: string, strokeWidth: number): CircleMark {
  return { kind: 'circle', cx, cy, r, stroke, strokeWidth };
}

export type Point = readonly [number, number];

/** A closed shape through points. */
export function polygon(points: readonly Point[], fill: string): PathMark {
  return path(`M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}z`, { fill });
}

/** The point at a distance and an angle, in degrees clockwise from the right, around a center. */
export function around(cx: number, cy: number, r: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
}

/** Turns lines of text, as a block, around a point. */
export function turned(lines: readonly TextMark[], degrees: number, [cx, cy]: Point): TextMark[] {
  return lines.map((text) => {
    const distance = Math.hypot(text.x - cx, text.y - cy);
    const angle = (Math.atan2(text.y - cy, text.x - cx) * 180) / Math.PI;
    const [x, y] = around(cx, cy, distance, angle + degrees);
    return { ...text, x, y, turn: degrees };
  });
}
