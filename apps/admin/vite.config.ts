import { themeScript } from '@cinematheque/ui/theme-script';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Sets the theme before the first paint. A file of its own that blocks the head: the console's security policy runs
 * no inline script.
 */
function themeFile(): Plugin {
  const marker = '<!-- theme -->';
  return {
    name: 'theme-file',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, server }) {
        if (server) return html.replace(marker, `<script>${themeScript}</script>`);
        const file = Object.values(bundle ?? {}).find(({ fileName }) => /theme-[\w-]+\.js$/.test(fileName));
        return html.replace(marker, file ? `<script src="./${file.fileName}"></script>` : '');
      },
    },
    buildStart() {
      if (!this.meta.watchMode) {
        this.emitFile({ type: 'asset', name: 'theme.js', source: themeScript });
      }
    },
  };
}

export default defineConfig(({ command }) => ({
  // Built, every address is relative to the file that names it, so that one build serves under any BASE_PATH.
  base: command === 'build' ? './' : '/admin/',
  plugins: [tanstackRouter({ target: 'react' }), react(), themeFile()],
  // The manifest is for the test that weighs the first page.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 700, manifest: true },
}));
