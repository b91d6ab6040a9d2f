import { defineConfig } from 'vite';

/**
 * One page, one script per route. Nothing is inlined as a data: address, because the site's content policy lets
 * scripts, styles and fonts come from the site itself only.
 */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
  },
  server: { host: '127.0.0.1' },
});
