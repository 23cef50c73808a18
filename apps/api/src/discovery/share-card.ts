import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import satori, { type Font, type FontWeight } from 'satori';

/** The size that sites which show a link expect of its picture. */
export const CARD = { width: 1200, height: 630 } as const;
/** The poster fills the card's height, at 2:3. */
export const POSTER = { width: 420, height: 630 } as const;

/** What a card says. */
export interface ShareCard {
  /** Over the title: "1937 · France". */
  eyebrow: string;
  title: string;
  /** Beneath it: "Directed by Julien Duvivier". */
  line: string;
  /** At the foot: "Drama, Crime". */
  foot: string;
  /** Leaves its place at the left free. */
  poster: boolean;
}

const require = createRequire(import.meta.url);
const face = async (name: string, file: string, weight: FontWeight, style: Font['style'] = 'normal') => ({
  ...{ name, weight, style },
  data: await readFile(require.resolve(`@fontsource/${file}.woff`)),
});

// A machine may have no fonts at all: these come with the product. The last ones draw what the first cannot.
const loadFonts = () =>
  Promise.all([
    face('Newsreader', 'newsreader/files/newsreader-latin-500-normal', 500),
    face('Newsreader Ext', 'newsreader/files/newsreader-latin-ext-500-normal', 500),
    face('Newsreader', 'newsreader/files/newsreader-latin-500-italic', 500, 'italic'),
    face('Newsreader Ext', 'newsreader/files/newsreader-latin-ext-500-italic', 500, 'italic'),
    face('Archivo', 'archivo/files/archivo-latin-600-normal', 600),
    face('Archivo Ext', 'archivo/files/archivo-latin-ext-600-normal', 600),
    face('Noto Cyrillic', 'noto-serif/files/noto-serif-cyrillic-500-normal', 500),
    face('Noto Greek', 'noto-serif/files/noto-serif-greek-500-normal', 500),
  ]);
let fonts: Promise<Font[]> | undefined;
const others = 'Noto Cyrillic, Noto Greek';
const serif = `Newsreader, Newsreader Ext, ${others}`;
const sans = `Archivo, Archivo Ext, ${others}`;

const ink = { paper: '#f6f1e6', text: '#1d1914', soft: '#564d42', accent: '#ab3413', rule: '#d9cfbc' };

type Style = Record<string, string | number>;
/** An element as React has it. */
interface Box {
  type: 'div';
  key: null;
  props: { style: Style; children: (Box | string)[] };
}
const box = (style: Style, ...children: (Box | string)[]): Box => ({
  ...{ type: 'div' as const, key: null },
  props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
});

/** Whether the faces above have its letters; boxes in their place would say less than nothing. */
const canDraw = (text: string): boolean =>
  !/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/u.test(
    text,
  );

/** As large as its length allows: a short title is a poster of its own. */
function titleSize(title: string, poster: boolean): number {
  const [, size = 44] = sizes.find(([length]) => title.length <= length) ?? [];
  return poster ? size : Math.round(size * 1.2);
}
const sizes: [number, number][] = [
  [14, 108],
  [28, 86],
  [50, 68],
  [90, 54],
];

const clamped = (lines: number): Style => ({ display: 'block', lineClamp: lines });

/** The card as SVG whose text is outlines already. */
export async function drawCard(given: ShareCard): Promise<string> {
  const { poster } = given;
  const [eyebrow = '', line = '', foot = ''] = [given.eyebrow, given.line, given.foot].map((text) =>
    canDraw(text) ? text : '',
  );
  const title = canDraw(given.title) ? given.title : poster ? '' : 'Cinematheque';
  const words = box(
    { flexDirection: 'column', flexGrow: 1, justifyContent: 'center' },
    ...(eyebrow
      ? [
          box(
            { fontFamily: sans, fontSize: 25, letterSpacing: 2.5, color: ink.accent, marginBottom: 20 },
            eyebrow.toUpperCase(),
          ),
        ]
      : []),
    box(
      {
        ...clamped(4),
        ...{ fontFamily: serif, fontSize: titleSize(title, poster), lineHeight: 1.04, letterSpacing: -1.5 },
      },
      title,
    ),
    ...(line
      ? [
          box(
            {
              ...clamped(2),
              ...{ fontFamily: serif, fontStyle: 'italic', fontSize: 34, color: ink.soft, marginTop: 24 },
            },
            line,
          ),
        ]
      : []),
  );
  const end = box(
    {
      ...{ justifyContent: 'space-between', borderTop: `2px solid ${ink.rule}`, paddingTop: 22 },
      ...{ fontSize: 25, color: ink.soft },
    },
    box({ fontFamily: serif, color: ink.text }, 'Cinematheque'),
    box({ ...clamped(1), fontFamily: sans, fontSize: 22, maxWidth: 460 }, foot),
  );
  const card = box(
    {
      ...{ width: CARD.width, height: CARD.height, backgroundColor: ink.paper, color: ink.text },
      ...{ flexDirection: 'column', fontWeight: 500, borderTop: `12px solid ${ink.accent}` },
      padding: `46px 64px 44px ${poster ? POSTER.width + 60 : 84}px`,
    },
    words,
    end,
  );
  fonts ??= loadFonts();
  return satori(card, { ...CARD, fonts: await fonts });
}
