import type { Composition } from './composition.ts';
import { blockCompositions } from './compositions/blocks.ts';
import { circleCompositions } from './compositions/circles.ts';
import { emblemCompositions } from './compositions/emblem.ts';
import { letterCompositions } from './compositions/letters.ts';
import { lineCompositions } from './compositions/lines.ts';
import { quietComposition, sceneCompositions } from './compositions/scenes.ts';
import { typeCompositions } from './compositions/type.ts';
import { createDice, type Dice } from './dice.ts';
import type { Mark } from './marks.ts';
import { type Palette, palettes, reversed } from './palettes.ts';
import type { Sheet } from './sheet.ts';

const latinOnly = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}\s]*$/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const compositions: readonly [Composition, ...Composition[]] = [
  quietComposition,
  ...typeCompositions,
  ...letterCompositions,
  ...circleCompositions,
  ...lineCompositions,
  ...blockCompositions,
  ...sceneCompositions,
  ...emblemCompositions,
];

/** What a poster is drawn from. */
export interface PosterFilm {
  id: number;
  title: string;
  year: number | null;
  genres: readonly string[];
  director?: string | null;
}

/** A designed poster: marks to paint in order on the ground, on a sheet of 200 by 300. */
export interface PosterDesign {
  composition: string;
  ground: string;
  marks: Mark[];
}

/** The typographic poster of a film: always the same for the same title, year and genres. */
export function designPoster(film: PosterFilm): PosterDesign {
  const dice = createDice(`${film.title}|${film.year ?? ''}`);
  const sheet = createSheet(film, dice);
  const { name, draw } = chooseComposition(sheet);
  return { composition: name, ground: sheet.palette.ground, marks: draw(sheet) };
}

function createSheet(film: PosterFilm, dice: Dice): Sheet {
  const genres = film.genres.map((genre) => genre.toLowerCase());
  return {
    ...splitTitle(film.title),
    year: film.year === null ? null : String(film.year),
    director: film.director ?? null,
    genres,
    palette: choosePalette(genres, dice),
    dice,
    latin: latinOnly.test(film.title),
    rtl: rightToLeft.test(film.title),
  };
}

function choosePalette(genres: readonly string[], dice: Dice): Palette {
  const leading = genres.slice(0, 2);
  const [first, ...rest] = palettes.filter(({ suits }) => suits.some((genre) => leading.includes(genre)));
  const chosen = first ? dice.pick([first, ...rest]) : dice.pick(palettes);
  return dice.chance(0.3) ? reversed(chosen) : chosen;
}

/** One that fits the film; those that its genres call for come up twice as often. */
function chooseComposition(sheet: Sheet): Composition {
  const lots = compositions.map((composition) => countLots(composition, sheet));
  let left = sheet.dice.roll(lots.reduce((sum, count) => sum + count, 0));
  const index = lots.findIndex((count) => {
    left -= count;
    return left < 0;
  });
  return compositions[index] ?? compositions[0];
}

function countLots({ fits, moods, weight = 1 }: Composition, sheet: Sheet): number {
  if (fits && !fits(sheet)) return 0;
  return weight * (moods.some((mood) => sheet.genres.includes(mood)) ? 2 : 1);
}

/** Parts a title at its last colon or dash, if two words or more follow: "2001" and "A Space Odyssey". */
export function splitTitle(title: string): { title: string; subtitle: string | null } {
  const [, main, subtitle] = title.trim().match(/^(.+)(?::\s| [-–—] )(\S+\s.+)$/u) ?? [];
  return main && subtitle ? { title: main, subtitle } : { title: title.trim() || '?', subtitle: null };
}
