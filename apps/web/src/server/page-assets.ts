import type { createRequestHandler } from '@tanstack/react-router/ssr/server';
import { devScripts } from './dev-scripts.ts';

type Manifest = Awaited<
  ReturnType<NonNullable<Parameters<typeof createRequestHandler>[0]['getRouterManifest']>>
>;
type RouteAssets = Manifest['routes'][string];

/** Vite's manifest: what became of each source file. */
export type BuiltFiles = Record<string, { file: string; imports?: string[]; isEntry?: boolean }>;

const ENTRY = 'src/entry-client.tsx';

/** What a page's first lines and titles are set in. */
const FONTS = ['archivo', 'newsreader', 'newsreader-display'];

export interface PageAssets {
  styles: string[];
  /** Fonts to fetch with the stylesheet instead of after it. */
  fonts: string[];
  manifest(nonce: string): Manifest;
}

/** Which scripts and styles each route's page loads at once, so that no chunk waits for another one. */
export function pageAssets(basePath: string, files: BuiltFiles | null): PageAssets {
  if (!files) {
    return {
      styles: [],
      fonts: [],
      manifest: (nonce) => ({ routes: { __root__: devScripts(basePath, nonce) } }),
    };
  }
  const address = (file: string) => `${basePath}/${file}`;
  const styles = Object.values(files)
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.css'))
    .map(address);
  const fonts = FONTS.map((name) => files[`../../packages/ui/src/fonts/${name}-latin.woff2`])
    .filter((font) => font !== undefined)
    .map(({ file }) => address(file));
  const entry = chunksOf(files, ENTRY);
  const routes: Record<string, RouteAssets> = {
    __root__: {
      css: styles,
      preloads: entry.map(address),
      scripts: [{ attrs: { type: 'module', async: true, src: address(entry[0] ?? '') } }],
    },
  };
  for (const source of Object.keys(files)) {
    const route = routeOf(source);
    if (!route) continue;
    const own = chunksOf(files, source).filter((file) => !entry.includes(file));
    const before = routes[route]?.preloads ?? [];
    routes[route] = { preloads: [...before, ...own.map(address)] };
  }
  return { styles, fonts, manifest: () => ({ routes }) };
}

/** "src/routes/movies/$ref.tsx?tsr-split=component---loader" -> "/movies/$ref", the route's id. */
function routeOf(source: string): string | null {
  const [, path] = source.match(/^src\/routes(\/.+)\.tsx\?tsr-split=component\b/) ?? [];
  return path ? path.replace(/\/index$/, '/') : null;
}

/** A source file's chunk and all that it imports, its own first. */
function chunksOf(files: BuiltFiles, source: string, seen = new Set<string>()): string[] {
  const built = files[source];
  if (!built || seen.has(source)) return [];
  seen.add(source);
  return [built.file, ...(built.imports ?? []).flatMap((other) => chunksOf(files, other, seen))];
}
