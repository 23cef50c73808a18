import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the catalog's own server runs. */
const catalog = process.env.CATALOG_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  // The API and its pictures under this app's own address: the browser knows one origin.
  server: { proxy: { '/trpc': catalog, '/files': catalog } },
});
