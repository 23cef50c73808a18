import { scaleLog } from 'd3-scale';
import { ratio } from '../numbers.ts';
import { type Growth, growthOf } from './growth.ts';

/** Small multiples: what each read costs against the size of the catalog, both on the same logarithmic axes. */

const COLUMNS = 4;
const panel = { width: 225, height: 150, top: 40, right: 62, bottom: 22, left: 6 };
const HEAD = 58;

const style = `
  text { font: 12px system-ui, sans-serif; fill: #57534e }
  .name { font-weight: 600; fill: #1c1917 } .title { font-size: 16px; font-weight: 600; fill: #1c1917 }
  .axis { stroke: #d6d3d1 } .goal { stroke: #a8a29e; stroke-dasharray: 3 3 }
  .p50 { stroke: #0f766e } .p99 { stroke: #b45309 } .p50, .p99 { fill: none; stroke-width: 2 }
  text.p50, tspan.p50 { fill: #0f766e; stroke: none } text.p99, tspan.p99 { fill: #b45309; stroke: none } text.short { fill: #b91c1c }
  .end { text-anchor: end } .small { font-size: 10px }
  .paper { fill: #fff }
  @media (prefers-color-scheme: dark) {
    text { fill: #a8a29e } .name, .title { fill: #f5f5f4 } .axis { stroke: #44403c } .goal { stroke: #78716c }
    .p50 { stroke: #2dd4bf } .p99 { stroke: #fbbf24 } text.p50, tspan.p50 { fill: #2dd4bf } text.p99, tspan.p99 { fill: #fbbf24 }
    text.short { fill: #f87171 } .paper { fill: #1c1917 }
  }`;

const round = (value: number) => Number(value.toFixed(1));
const films = (count: number) => (count < 1e6 ? `${count / 1e3}k` : `${count / 1e6}m`);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The drawing, readable on light and dark. */
export function plotGrowth(all: Growth[]): string {
  const sizes = all[0]?.costs.map(({ movies }) => movies) ?? [];
  const times = all.flatMap(({ goal, costs }) => [goal.p99, ...costs.flatMap(({ p50, p99 }) => [p50, p99])]);
  const x = scaleLog()
    .domain([Math.min(...sizes), Math.max(...sizes)])
    .range([panel.left, panel.width - panel.right]);
  const y = scaleLog()
    .domain([Math.min(...times), Math.max(...times)])
    .range([panel.height - panel.bottom, panel.top]);

  const line = (name: string, points: [number, number][]) =>
    `<polyline class="${name}" points="${points.map(([size, time]) => `${round(x(size))},${round(y(time))}`).join(' ')}"/>`;

  const draw = (read: Growth, index: number) => {
    const { name, goal, costs } = read;
    const last = costs.at(-1) ?? { p50: Number.NaN, p99: Number.NaN };
    const growth = growthOf(read);
    // Two labels at the same height would cover each other.
    const apart = Math.max(0, (13 - (y(last.p50) - y(last.p99))) / 2);
    const end = panel.width - panel.right;
    const label = (kind: 'p50' | 'p99', shift: number) =>
      `<text class="${kind}" x="${end + 5}" y="${round(y(last[kind]) + 4 + shift)}">${ratio(last[kind])} ms</text>`;
    return [
      `<g transform="translate(${(index % COLUMNS) * panel.width} ${HEAD + Math.floor(index / COLUMNS) * panel.height})">`,
      `<text class="name" x="${panel.left}" y="16">${escaped(name)}</text>`,
      `<text class="${growth > goal.growth ? 'short' : ''} small" x="${panel.left}" y="30">grows ${ratio(growth)} times (goal ${goal.growth})</text>`,
      `<path class="axis" d="M${panel.left} ${panel.height - panel.bottom}H${end}"/>`,
      `<path class="goal" d="M${panel.left} ${round(y(goal.p99))}H${end}"/>`,
      line(
        'p99',
        costs.map(({ movies, p99 }) => [movies, p99]),
      ),
      line(
        'p50',
        costs.map(({ movies, p50 }) => [movies, p50]),
      ),
      label('p99', -apart),
      label('p50', apart),
      ...sizes.map(
        (size, at) =>
          `<text class="small" text-anchor="${at === 0 ? 'start' : at === sizes.length - 1 ? 'end' : 'middle'}" x="${round(x(size))}" y="${panel.height - 8}">${films(size)}</text>`,
      ),
      '</g>',
    ].join('\n');
  };

  const [width, height] = [COLUMNS * panel.width, HEAD + Math.ceil(all.length / COLUMNS) * panel.height + 6];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="What each read costs against the size of the catalog">`,
    `<style>${style}\n</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="title" x="${panel.left}" y="22">What a read costs as the catalog grows</text>`,
    `<text x="${panel.left}" y="42"><tspan class="p50">p50</tspan> and <tspan class="p99">p99</tspan> in milliseconds at 32 connections, against films; both axes are logarithmic and alike in all; dashed: the goal of p99</text>`,
    ...all.map(draw),
    '</svg>',
    '',
  ].join('\n');
}
