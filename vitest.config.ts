import { defineConfig } from 'vitest/config';

/** Real processes apart from each other: the local cloud has worker threads and SQLite files of its own. */
const shared = {
  environment: 'node',
  pool: 'forks',
  testTimeout: 30_000,
  hookTimeout: 60_000,
  restoreMocks: true,
} as const;

/** Tests that transcode for real: half a minute of processor time, so not part of the inner loop. */
const ENGINE = ['services/media/engine/**/*.test.ts', 'services/media/{pipeline,chaos}.test.ts'];

/** A handler connects when it is loaded, to what its environment names, so each file needs modules of its own. */
const HANDLERS = ['services/*/handlers/**/*.test.ts'];

/** Each group is one line of the summary that `npm test` prints. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{shared,events,services,web,docs}/**/*.test.ts'],
          exclude: [...ENGINE, ...HANDLERS],
          // These share modules and keep no state in them: workers are used again, which halves the time.
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'handlers',
          include: HANDLERS,
          env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
        },
      },
      { test: { ...shared, name: 'engine', include: ENGINE, testTimeout: 120_000 } },
      { test: { ...shared, name: 'local', include: ['local/**/*.test.ts'] } },
      { test: { ...shared, name: 'contract', include: ['tests/contract/**/*.test.ts'], isolate: false } },
      {
        test: {
          ...shared,
          name: 'infra',
          include: ['tests/infra/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'flows',
          include: ['tests/flows/**/*.test.ts'],
          globalSetup: ['tests/support/built-platform.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file runs a whole platform; two at a time would only wait for each other on two cores.
          fileParallelism: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/demo-data.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Half of the time a page waits for the platform, which a second file uses on two cores.
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...shared,
          name: 'speed',
          include: ['tests/speed/**/*.test.ts'],
          globalSetup: ['tests/support/demo-data.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'offline',
          include: ['tests/offline/**/*.test.ts'],
          globalSetup: ['tests/support/demo-data.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // A test that fails now and then tells of a fault that people meet now and then.
          retry: 0,
          fileParallelism: false,
        },
      },
    ],
  },
});
