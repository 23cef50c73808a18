import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Two builds: what the browser loads (dist/client), and what apps/api renders pages with (dist/server). */
export default defineConfig(({ isSsrBuild }) => ({
  // Relative addresses, so that one build works below any BASE_PATH.
  base: './',
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: true }),
    react(),
  ],
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    // One stylesheet: it is small, and no page waits for a second one.
    cssCodeSplit: false,
    rolldownOptions: isSsrBuild ? {} : { input: 'src/entry-client.tsx' },
  },
  // The server's bundle stands alone: apps/api loads it by its path.
  ssr: isSsrBuild ? { noExternal: true } : {},
  // Vite leaves this to the server's environment; unset, React renders as in development, three times slower.
  define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
}));
