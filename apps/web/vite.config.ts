import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Leaves each script and stylesheet as Brotli and gzip, too: the server has nothing to compress. */
const compressed = (): Plugin => ({
  name: 'compressed',
  async writeBundle({ dir = '' }, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!/\.(js|css)$/.test(name)) continue;
      const source = file.type === 'chunk' ? file.code : file.source;
      await writeFile(join(dir, `${name}.br`), brotliCompressSync(source));
      await writeFile(join(dir, `${name}.gz`), gzipSync(source, { level: 9 }));
    }
  },
});

/** Vite's own would look for the styles and parts of each chunk that is imported: there are none (see below). */
const plainImports = (): Plugin => ({
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
});

/** A class of a stylesheet is a constant of its own: a page has those that it names, and no list of all. */
const classConstants = (): Plugin => ({
  name: 'class-constants',
  enforce: 'pre',
  transform(code, id) {
    if (!/\.tsx?$/.test(id) || /\bstyles\[/.test(code)) return;
    return code.replace(/import styles from ('[^']+\.module\.css')/, 'import * as styles from $1');
  },
});

/** Else a stylesheet whose constants were all written where they are used would be left out. */
const keepStyles = (): Plugin => ({
  name: 'keep-styles',
  enforce: 'post',
  transform: (code, id) =>
    /\.module\.css$/.test(id)
      ? { code: `${code};globalThis.css;`, map: null, moduleSideEffects: true }
      : undefined,
});

const sheets = globSync(['src/**/*.module.css', '../../packages/ui/src/**/*.module.css'], {
  cwd: import.meta.dirname,
}).sort();

/** Short and alike in both builds: the stylesheet's number in small letters, that of the class in capitals. */
function className(name: string, file: string, css: string): string {
  const classes = [...new Set(css.match(/(?<=\.|@keyframes )[a-z][\w-]*/gi))];
  const sheet = sheets.indexOf(relative(import.meta.dirname, file));
  return letters(sheet, 'a') + letters(classes.indexOf(name), 'A');
}

const letters = (number: number, first: 'a' | 'A'): string =>
  (number < 26 ? '' : letters(Math.floor(number / 26) - 1, first)) +
  String.fromCharCode(first.charCodeAt(0) + (number % 26));

/** Two builds: what the browser loads (dist/client), and what apps/api renders pages with (dist/server). */
export default defineConfig(({ isSsrBuild }) => ({
  // Relative addresses, so that one build works below any BASE_PATH.
  base: './',
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      // A visitor loads the code of the pages that he sees, what fetches their data included.
      codeSplittingOptions: { defaultBehavior: [['loader', 'component', 'pendingComponent']] },
      quoteStyle: 'single',
      semicolons: true,
    }),
    react(),
    classConstants(),
    keepStyles(),
    !isSsrBuild && plainImports(),
    !isSsrBuild && compressed(),
  ],
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    // One stylesheet: it is small, and no page waits for a second one.
    cssCodeSplit: false,
    // Pages say themselves what they load, and links fetch ahead: a list of every chunk's parts would only weigh.
    modulePreload: false,
    rolldownOptions: isSsrBuild
      ? {}
      : {
          input: ['src/entry-client.tsx', 'src/server/styles.ts'],
          // Else what only the second one uses would be left out of the stylesheet.
          preserveEntrySignatures: 'exports-only',
          // It does not say of itself that nothing happens where nothing of it is used: half of it would come along.
          treeshake: { moduleSideEffects: [{ test: /@trpc\/client/, sideEffects: false }] },
          // A few files compress better than many small ones: the libraries, and what most pages have.
          output: {
            codeSplitting: {
              groups: [
                // Each page brings the icons that it shows.
                { name: 'libraries', test: /node_modules(?!.*lucide-react.*icons)/, priority: 2 },
                {
                  name: 'site',
                  test: /\/(entry-client|page-title|section|empty-state|format|errors)\.tsx?$/,
                  priority: 1,
                },
                { name: 'browse', test: /\/browse\/(browse-view|use-browse|load-browse)\.tsx?$/ },
              ],
            },
          },
        },
  },
  css: { modules: { generateScopedName: className } },
  // The server's bundle stands alone: apps/api loads it by its path.
  ssr: isSsrBuild ? { noExternal: true } : {},
  // Vite leaves this to the server's environment; unset, React renders as in development, three times slower.
  define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
}));
