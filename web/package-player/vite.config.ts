import { defineConfig } from 'vite';

/** The page at the packages' own origin: one document, one script, one style; what its policy lets through. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../../.build/package-player',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
