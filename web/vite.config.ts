import { defineConfig } from 'vite';
import { serviceWorker } from './service-worker/plugin.ts';

/**
 * One page, one script per route. Nothing is inlined as a data: address, because the site's content policy lets
 * scripts, styles and fonts come from the site itself only.
 */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [serviceWorker()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    rolldownOptions: {
      output: {
        // What every page needs comes as one file: on a slow line a request costs more than a few kilobytes.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /node_modules\/preact|web\/src\/(api|format|messages\/(vi|language|use)|session|state|ui\/(?!video|start|qr))|shared\//,
            },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
});
