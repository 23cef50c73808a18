import { describe, expect, it } from 'vitest';
import { designPoster, type PosterFilm, splitTitle } from './design.ts';
import { measure } from './faces.ts';
import { sheetWidth, type TextMark } from './marks.ts';
import { bedColor, contrast, inkOn, palettes, reversed } from './palettes.ts';

const titles = [
  'Metropolis',
  'M',
  'Pépé le Moko',
  'Citizen Kane',
  'Casablanca',
  'Rome, Open City',
  'Late Spring',
  'Rashomon',
  'The Third Man',
  'Singin’ in the Rain',
  'Tokyo Story',
  'Vertigo',
  'The 400 Blows',
  'Breathless',
  'Playtime',
  '8½',
  'Ziemia obiecana',
  'ŁÓDŹ',
  'Jaws',
  'Alien',
  'Star Wars: Episode IV - A New Hope',
  '2001: A Space Odyssey',
  'Up',
  'If....',
  'Koyaanisqatsi',
  'The Good, the Bad and the Ugly',
  'Donaudampfschifffahrtsgesellschaft',
  '七人の侍',
  '千と千尋の神隠し',
  '마더',
  'جدایی نادر از سیمین',
  'ואלס עם באשיר',
  'Летят журавли',
  '',
  'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb',
  '30 Nights of Paranormal Activity With the Devil Inside the Girl With the Dragon Tattoo',
];
const genres = [
  'Drama',
  'Comedy',
  'Western',
  'Horror',
  'Science Fiction',
  'Romance',
  'Crime',
  'Animation',
  'War',
  'Telenovela',
];

const films: PosterFilm[] = titles.flatMap((title, t) =>
  genres.map((genre, g) => ({
    id: t * 10 + g,
    title,
    year: g === 9 ? null : 1920 + g * 11 + t,
    genres: [genre],
    director: 'Agnès Varda',
  })),
);

function titleLines({ marks }: ReturnType<typeof designPoster>): TextMark[] {
  return marks.filter((mark) => mark.kind === 'text').filter((mark) => !mark.fine);
}

const squeeze = (text: string) => text.toUpperCase().replace(/[\s:–—-]/g, '');

describe('designPoster', () => {
  it('draws the same film the same way, whoever directed it', () => {
    const [film] = films.slice(40);
    if (!film) throw new Error('no film');
    expect(designPoster(film)).toEqual(designPoster({ ...film, id: 7 }));
    expect(designPoster({ ...film, director: null }).composition).toBe(designPoster(film).composition);
  });

  it('does not repeat itself: many compositions, many papers, none of them common', () => {
    const drawn = films.map(designPoster);
    const share = Map.groupBy(drawn, ({ composition }) => composition);
    expect(share.size).toBeGreaterThan(35);
    expect(Math.max(...[...share.values()].map((list) => list.length))).toBeLessThan(drawn.length * 0.15);
    expect(new Set(drawn.map(({ ground }) => ground)).size).toBeGreaterThan(25);
    expect(new Set(drawn.map(({ composition, ground }) => composition + ground)).size).toBeGreaterThan(180);
  });

  it('sets the whole title, of any length and script', () => {
    for (const film of films) {
      const text = titleLines(designPoster(film))
        .map((mark) => mark.text)
        .join('');
      expect(squeeze(text), film.title).toContain(squeeze(film.title));
    }
  });

  it('keeps level lines on the sheet', () => {
    for (const film of films) {
      const { composition, marks } = designPoster(film);
      if (composition === 'letter' || composition === 'year') continue;
      for (const mark of marks) {
        if (mark.kind !== 'text' || mark.turn) continue;
        const width = mark.length ?? measure(mark.text, mark.face) * mark.size;
        expect(width, `${film.title}, ${composition}`).toBeLessThan(sheetWidth - 8);
      }
    }
  });

  it('writes only finite numbers', () => {
    for (const film of films)
      expect(JSON.stringify(designPoster(film).marks)).not.toMatch(/NaN|Infinity|null/);
  });
});

describe('palettes', () => {
  it.each([...palettes, ...palettes.map(reversed)])(
    '$ink reads on $ground, and text on its shapes',
    (palette) => {
      expect(contrast(palette.ink, palette.ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.ink, bedColor(palette))).toBeGreaterThanOrEqual(4);
      for (const color of [palette.accent, palette.tone, palette.ink])
        expect(contrast(inkOn(palette, color), color)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('keeps four different inks when it is reversed', () => {
    for (const { ground, ink, accent, tone } of palettes.map(reversed))
      expect(new Set([ground, ink, accent, tone]).size).toBe(4);
  });
});

describe('splitTitle', () => {
  it.each([
    ['2001: A Space Odyssey', '2001', 'A Space Odyssey'],
    ['Star Wars: Episode IV - A New Hope', 'Star Wars: Episode IV', 'A New Hope'],
    ['Mission: Impossible', 'Mission: Impossible', null],
    ['X-Men', 'X-Men', null],
    ['  ', '?', null],
  ])('%s', (title, main, subtitle) => expect(splitTitle(title)).toEqual({ title: main, subtitle }));
});
