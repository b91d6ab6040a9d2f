import { defineConfig } from 'vitest/config';

/** Unit and store tests: everything that needs neither the built platform nor a browser. */
export default defineConfig({
  test: {
    include: ['{shared,events,services,local,infra,web}/**/*.test.ts', 'docs/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    // The local cloud's own workers and SQLite need real processes apart from each other.
    pool: 'forks',
  },
});
