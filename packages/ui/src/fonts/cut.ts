// Cuts the faces that both front ends use out of Fontsource's variable families, and writes them beside this file
// with faces.css: node scripts/run.mjs packages/ui/src/fonts/cut.ts. The whole families weigh five times as much.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

interface Face {
  name: string;
  family: 'archivo' | 'newsreader';
  /** What CSS calls it. */
  as: string;
  italic?: true;
  wght: number | { min: number; max: number };
  wdth?: number;
  opsz?: number;
}

// CSS takes the nearest of a family's faces, so each is named by what it was cut at.
const faces: Face[] = [
  { name: 'archivo', family: 'archivo', as: 'Archivo', wdth: 100, wght: { min: 400, max: 700 } },
  { name: 'archivo-condensed', family: 'archivo', as: 'Archivo', wdth: 62, wght: 800 },
  { name: 'archivo-heavy', family: 'archivo', as: 'Archivo', wdth: 100, wght: 900 },
  { name: 'archivo-wide', family: 'archivo', as: 'Archivo', wdth: 125, wght: 800 },
  { name: 'archivo-light', family: 'archivo', as: 'Archivo', wdth: 75, wght: 300 },
  { name: 'newsreader', family: 'newsreader', as: 'Newsreader', opsz: 16, wght: { min: 400, max: 600 } },
  { name: 'newsreader-display', family: 'newsreader', as: 'Newsreader Display', opsz: 72, wght: 500 },
  {
    name: 'newsreader-italic',
    family: 'newsreader',
    as: 'Newsreader',
    italic: true,
    opsz: 16,
    wght: { min: 400, max: 500 },
  },
];

const folder = new URL('./', import.meta.url);
const require = createRequire(import.meta.url);

/** Fontsource parts each family by scripts; which characters are in which part, its stylesheet says. */
async function partsOf({ family, italic }: Face) {
  const axes = family === 'archivo' ? 'wdth' : 'opsz';
  const sheet = require.resolve(`@fontsource-variable/${family}/${axes}${italic ? '-italic' : ''}.css`);
  const css = await readFile(sheet, 'utf8');
  const rules = css.matchAll(
    /url\(\.\/files\/(\S+?-(latin|latin-ext|vietnamese)-\w+-\w+\.woff2)\)[^}]+unicode-range: ([^;]+);/g,
  );
  return [...rules].map(([, file = '', part = '', range = '']) => ({
    part,
    range,
    source: require.resolve(`@fontsource-variable/${family}/files/${file}`),
  }));
}

/** "U+0041-0043,U+0131" -> "ABCı" */
function characters(range: string): string {
  return range
    .split(',')
    .map((span) => {
      const [first = 0, last = first] = span
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');
    })
    .join('');
}

const rules = ['/* Written by cut.ts. */'];
for (const face of faces) {
  const { name, as, italic, wght, wdth, opsz } = face;
  for (const { part, range, source } of await partsOf(face)) {
    const axes = { wght, ...(wdth && { wdth }), ...(opsz && { opsz }) };
    const cut = await subsetFont(await readFile(source), characters(range), {
      targetFormat: 'woff2',
      variationAxes: axes,
    });
    await writeFile(new URL(`${name}-${part}.woff2`, folder), cut);
    rules.push(`@font-face {
  font-family: "${as}";
  font-style: ${italic ? 'italic' : 'normal'};
  font-display: swap;
  font-weight: ${typeof wght === 'number' ? wght : `${wght.min} ${wght.max}`};${wdth ? `\n  font-stretch: ${wdth}%;` : ''}
  src: url("./${name}-${part}.woff2") format("woff2");
  unicode-range: ${range.replaceAll(',', ', ')};
}`);
  }
}
await writeFile(new URL('faces.css', folder), `${rules.join('\n\n')}\n`);
