/** Four printing inks: the paper, what is read on it, and two for shapes. The same in both themes, as a print is. */
export interface Palette {
  ground: string;
  ink: string;
  accent: string;
  tone: string;
  suits: readonly string[];
}

/** The inks, and the genres that they suit; a genre that none suits takes any. */
export const palettes: readonly [Palette, ...Palette[]] = [
  {
    ground: '#16130f',
    ink: '#efe6d2',
    accent: '#d8432b',
    tone: '#6d665a',
    suits: ['crime', 'noir', 'thriller', 'action'],
  },
  {
    ground: '#efe6d2',
    ink: '#191713',
    accent: '#c8321f',
    tone: '#b9ad94',
    suits: ['drama', 'history', 'war', 'crime', 'noir'],
  },
  {
    ground: '#6f1320',
    ink: '#f6e7cd',
    accent: '#e8a33d',
    tone: '#3d0a12',
    suits: ['romance', 'horror', 'drama', 'music'],
  },
  {
    ground: '#e2a63f',
    ink: '#2b1509',
    accent: '#b23a1e',
    tone: '#f6e3b5',
    suits: ['western', 'adventure', 'comedy', 'war'],
  },
  {
    ground: '#103a33',
    ink: '#f0e7cf',
    accent: '#e07a3f',
    tone: '#2f6b58',
    suits: ['fantasy', 'mystery', 'adventure', 'crime'],
  },
  {
    ground: '#1c656b',
    ink: '#f8eed6',
    accent: '#f2b84b',
    tone: '#0e3a40',
    suits: ['adventure', 'family', 'mystery', 'foreign'],
  },
  {
    ground: '#abd0d6',
    ink: '#14262e',
    accent: '#e4572e',
    tone: '#f6f0df',
    suits: ['animation', 'family', 'comedy', 'documentary'],
  },
  {
    ground: '#c9a83a',
    ink: '#1c1a10',
    accent: '#55571f',
    tone: '#f4ecd0',
    suits: ['war', 'history', 'documentary', 'comedy'],
  },
  {
    ground: '#f0bbb2',
    ink: '#2a1420',
    accent: '#b5174b',
    tone: '#fbeede',
    suits: ['romance', 'comedy', 'music', 'animation'],
  },
  {
    ground: '#3c1b3a',
    ink: '#f6dfcc',
    accent: '#e2725b',
    tone: '#7d4a6d',
    suits: ['fantasy', 'mystery', 'music', 'horror'],
  },
  {
    ground: '#1f3c88',
    ink: '#f7f0e0',
    accent: '#f25c3b',
    tone: '#8fb3d9',
    suits: ['action', 'science fiction', 'comedy', 'drama'],
  },
  {
    ground: '#f4ecd8',
    ink: '#12294f',
    accent: '#2e6fb0',
    tone: '#e9b44c',
    suits: ['drama', 'documentary', 'history', 'family'],
  },
  {
    ground: '#c23321',
    ink: '#fdf3df',
    accent: '#1a1512',
    tone: '#f2a65a',
    suits: ['action', 'thriller', 'horror', 'war'],
  },
  {
    ground: '#55643a',
    ink: '#f9f3e2',
    accent: '#20261a',
    tone: '#c9c27f',
    suits: ['war', 'adventure', 'history', 'documentary'],
  },
  {
    ground: '#2b2e31',
    ink: '#e9e4d8',
    accent: '#e2b13c',
    tone: '#8ba2a7',
    suits: ['thriller', 'crime', 'drama', 'tv movie'],
  },
  {
    ground: '#0c1b2a',
    ink: '#e9eef0',
    accent: '#e4572e',
    tone: '#4f9f9c',
    suits: ['science fiction', 'thriller', 'mystery'],
  },
  {
    ground: '#bfe0cc',
    ink: '#17302a',
    accent: '#e05a47',
    tone: '#f8f3e3',
    suits: ['comedy', 'animation', 'family', 'romance'],
  },
  {
    ground: '#dcc8a3',
    ink: '#2a2118',
    accent: '#8c3b1b',
    tone: '#5f7d7a',
    suits: ['western', 'drama', 'history', 'foreign'],
  },
  {
    ground: '#8f3719',
    ink: '#fcedd5',
    accent: '#f0b45b',
    tone: '#3a130a',
    suits: ['western', 'adventure', 'war', 'drama'],
  },
  {
    ground: '#d2c9d5',
    ink: '#221a2c',
    accent: '#6b3f7a',
    tone: '#f4efe8',
    suits: ['romance', 'fantasy', 'drama', 'mystery'],
  },
  {
    ground: '#f3d23b',
    ink: '#171512',
    accent: '#d5331f',
    tone: '#fbf5df',
    suits: ['action', 'comedy', 'crime', 'animation'],
  },
  {
    ground: '#101a35',
    ink: '#f4e9cf',
    accent: '#e8b33f',
    tone: '#3f5a94',
    suits: ['science fiction', 'fantasy', 'drama', 'mystery'],
  },
  {
    ground: '#e8d6c6',
    ink: '#5f0d18',
    accent: '#b3202f',
    tone: '#cfa58b',
    suits: ['romance', 'drama', 'music', 'foreign'],
  },
  {
    ground: '#0b6c6b',
    ink: '#fff4de',
    accent: '#f9c846',
    tone: '#ef6a4c',
    suits: ['animation', 'family', 'adventure', 'music'],
  },
  {
    ground: '#171513',
    ink: '#f5f0e1',
    accent: '#f4c430',
    tone: '#5c5648',
    suits: ['crime', 'action', 'noir', 'music'],
  },
  {
    ground: '#f7f3ea',
    ink: '#121110',
    accent: '#d22b1f',
    tone: '#2f5d8a',
    suits: ['documentary', 'drama', 'history', 'tv movie'],
  },
  {
    ground: '#ec7f36',
    ink: '#1d0f08',
    accent: '#fbe6c4',
    tone: '#a63a10',
    suits: ['adventure', 'action', 'comedy', 'western'],
  },
  {
    ground: '#191d14',
    ink: '#e9e8d2',
    accent: '#c4d64a',
    tone: '#5e7434',
    suits: ['horror', 'science fiction', 'thriller'],
  },
  {
    ground: '#d9dcd6',
    ink: '#14181a',
    accent: '#2b4b52',
    tone: '#e2553a',
    suits: ['science fiction', 'thriller', 'documentary', 'crime'],
  },
  {
    ground: '#201014',
    ink: '#f3ded2',
    accent: '#a3182b',
    tone: '#5a3a3a',
    suits: ['horror', 'noir', 'mystery'],
  },
];

function channel(hex: string, at: number): number {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
}

/** WCAG contrast of two colors written #rrggbb. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const plainInks = ['#000000', '#ffffff'] as const;

function mostReadable(inks: readonly string[], color: string): string {
  return inks.reduce((best, next) => (contrast(next, color) > contrast(best, color) ? next : best));
}

/** The ink of a palette that reads best on a color; plain black or white where none of its own reads well. */
export function inkOn({ ground, ink, accent, tone }: Palette, color: string): string {
  const own = mostReadable([ground, ink, accent, tone], color);
  return contrast(own, color) >= 4.5 ? own : mostReadable(plainInks, color);
}

/** The palette printed the other way round: its accent as the paper. */
export function reversed(palette: Palette): Palette {
  const ink = inkOn(palette, palette.accent);
  const [accent = palette.ground, tone = palette.tone] = [palette.ground, palette.ink, palette.tone].filter(
    (color) => color !== ink,
  );
  return { ...palette, ground: palette.accent, ink, accent, tone };
}

/** The shape color that stands out most from the paper. */
export function loudColor({ ground, accent, tone }: Palette): string {
  return mostReadable([accent, tone], ground);
}

/** A color for a shape that text in `ink` runs across: one of the palette, else the paper tinted with its ink. */
export function bedColor({ ground, ink, accent, tone }: Palette): string {
  const bed = mostReadable([accent, tone], ink);
  return contrast(bed, ink) >= 4 ? bed : mix(ground, ink, 0.16);
}

function mix(base: string, over: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [base, over].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * (1 - share) + (b ?? 0) * share);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
