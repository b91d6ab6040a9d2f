import { defineConfig } from 'vite';
import { serviceWorker } from './service-worker/plugin.ts';
import { shells } from './shells/shells.ts';

/**
 * One document and one script per page. Nothing is inlined as a data: address, because the site's content policy lets
 * scripts, styles and fonts come from the site itself only.
 */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The worker keeps the documents too, so it is written after them.
  plugins: [shells(), serviceWorker()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    rolldownOptions: {
      input: { main: `${import.meta.dirname}/src/main.tsx` },
      output: {
        // What every page needs comes as one file, and what lessons and quizzes share as another: on a slow line a
        // request costs more than a few kilobytes, and a browser makes six at a time.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /node_modules\/(preact|idb-keyval)|web\/src\/(api|app\.tsx|format|kept|main\.tsx|messages\/(language|use|vi\/(?!authoring|campaigns|competences|decisions|desk|help|invitation|items|kieu|media|overview|people|staff|table|teaching))|offline|pages\.ts|session|state\/(?!gather|use-pages)|styles|learning\/(?!open-attempts)|pages\/courses\/domain-look|ui\/(?!ask|copy|login|more|password|qr|quiz|read|start|tick|video|woodcut))|shared\/(?!text\/login-name)/,
            },
            {
              name: 'learning',
              test: /web\/src\/(downloads\/(?!downloader)|markdown|quiz\/sending|ui\/(quiz|read|start|video))/,
            },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
});
