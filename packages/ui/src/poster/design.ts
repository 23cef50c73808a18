import { blockCompositions } from './compositions/blocks.ts';
import { circleCompositions } from './compositions/circles.ts';
import { lineCompositions } from './compositions/lines.ts';
import { sceneCompositions } from './compositions/scenes.ts';
import { typeCompositions } from './compositions/type.ts';
import { createDice, type Dice } from './dice.ts';
import type { Mark } from './marks.ts';
import { type Palette, palettes, reversed } from './palettes.ts';
import type { Sheet } from './sheet.ts';

const compositions = [
  ...typeCompositions,
  ...circleCompositions,
  ...lineCompositions,
  ...blockCompositions,
  ...sceneCompositions,
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
  const genres = film.genres.map((genre) => genre.toLowerCase());
  const sheet = createSheet(film, choosePalette(genres, dice), dice);
  const fitting = compositions.filter(({ fits }) => fits?.(sheet) ?? true);
  const drawn = chooseByWeight(
    fitting,
    ({ moods }) => (moods.some((mood) => genres.includes(mood)) ? 2 : 1),
    dice,
  );
  return { composition: drawn.name, ground: sheet.palette.ground, marks: drawn.draw(sheet) };
}

function choosePalette(genres: readonly string[], dice: Dice): Palette {
  const suiting = palettes.filter(({ suits }) => suits.some((genre) => genres.slice(0, 2).includes(genre)));
  const [first, ...rest] = suiting.length > 0 ? suiting : palettes;
  const chosen = dice.pick([first ?? palettes[0], ...rest]);
  return dice.chance(0.3) ? reversed(chosen) : chosen;
}

function chooseByWeight<T>(items: readonly T[], weigh: (item: T) => number, dice: Dice): T {
  const lots = items.flatMap((item) => Array.from({ length: weigh(item) }, () => item));
  const [first, ...rest] = lots;
  if (first === undefined) throw new Error('No composition fits every title; one must.');
  return dice.pick([first, ...rest]);
}

const latinOnly = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}\s]*$/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

function createSheet(film: PosterFilm, palette: Palette, dice: Dice): Sheet {
  return {
    ...splitTitle(film.title),
    year: film.year === null ? null : String(film.year),
    director: film.director ?? null,
    palette,
    dice,
    latin: latinOnly.test(film.title),
    rtl: rightToLeft.test(film.title),
  };
}

/** Parts a title at its last colon or dash, if two words or more follow: "2001" and "A Space Odyssey". */
export function splitTitle(title: string): { title: string; subtitle: string | null } {
  const parted = title.trim().match(/^(.+)(?::\s| [-–—] )(\S+\s.+)$/u);
  const [, main, subtitle] = parted ?? [];
  return main && subtitle ? { title: main, subtitle } : { title: title.trim() || '?', subtitle: null };
}
