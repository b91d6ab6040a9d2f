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
        // A browser makes six requests at a time over the local cloud's HTTP/1.1, and a seventh waits for a whole round
        // trip: so what every page needs is one script, the styles of all pages of learners are one file (4 KB more than
        // a page's own), and what several of them share comes in few pieces.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /node_modules\/(preact|idb-keyval)|web\/src\/(api|app\.tsx|downloads\/(shelf|use-downloads)|format|kept|main\.tsx|messages\/(language|use|vi\/(account|common|courses|everybody|home|join|quiz)\.ts)|offline|pages\.ts|session|state\/(?!alone|gather|use-(latest|only|painted|pages))|styles|learning|pages\/courses\/domain-look|ui\/(?!copy|file|login|more|password|qr|quiz|read|tick|video|woodcut))|shared\/(?!files|contract\/package-data|text\/(competence|cue|login-name|webvtt))|web\/src\/(downloads|markdown|materials\/materials|ui|pages\/(account|calendar|certificates|courses|help|home|join|lesson|library|placement|quiz|sign-in))\/.*\.css$/,
            },
            {
              // What every page for work at a desk needs, what several share in pieces too small to be asked for alone,
              // and the styles of all of them.
              name: 'desk',
              test: /web\/src\/(desk-pages|state\/(alone|gather|use-(painted|pages))|ui\/more|pages\/(teaching\/(quiet-days|roster)|upload\/put-away\.ts|\w+\/status-chip)|(audience|chart|competences|table|upload|ui|pages\/(?!tv)\w+)\/.*\.css$)/,
            },
            {
              name: 'table',
              test: /web\/src\/(table\/(?!xlsx)|messages\/vi\/table|pages\/people\/member-table)/,
            },
            { name: 'figures', test: /web\/src\/(chart\/|pages\/overview\/opened-reports)/ },
            // The library writes addresses with a place and the cards of materials read them: it needs no card for that.
            { name: 'asked-place', test: /web\/src\/viewing\/asked-place/ },
            {
              name: 'downloads',
              test: /web\/src\/(downloads\/(?!downloader|prepare|withdrawn)|materials\/(addresses|document-card|library-link|material|package-card|picture|use-part)|messages\/vi\/downloads|ui\/(start|video))/,
            },
            { name: 'speech', test: /web\/src\/(speech|ui\/read)/ },
            {
              // A quiz has most to ask for at its start; what it shares with placements and previews is one piece.
              name: 'answering',
              test: /web\/src\/(quiz\/(sending|carry-out|courier|files-of|one-sender|outbox|clock)|pages\/quiz\/(answer-fields|item\.tsx|kinds\/answer-props))/,
            },
            { name: 'lesson', test: /web\/src\/(markdown|pages\/lesson)/ },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
});
