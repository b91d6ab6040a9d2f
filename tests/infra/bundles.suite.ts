import { statSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const KIB = 1024;
/** Import time grows with size: about 70 ms of processor time at the API's limit. */
const API_LIMIT = 520 * KIB;
const LIMIT = 700 * KIB;
/** Functions that read containers (mediabunny, 205 KiB) wait for encoders, not for imports. */
const LIMIT_WITH_READER = 800 * KIB;
const READERS: ReadonlySet<string> = new Set(['services/media/handlers/on-upload-arrived.event.ts']);

/**
 * Staff wait for their file, not for imports: readers of all item formats (190 KiB), the writer of Word files
 * (246 KiB), and of MP4 (70 KiB) beside the reader of containers, which also looks at what is laid anew; it has the arguments of every job for a program in
 * the package's place. The API of recordings also speaks to the bucket and, for another try, to the queue (45 KiB).
 */
const LIMITS_WITH_FILES: Readonly<Record<string, number>> = {
  'services/media/handlers/api.ts': 565 * KIB,
  'services/media/handlers/transcode-part.queue.ts': 920 * KIB,
  'services/quizzes/handlers/exchange.ts': 900 * KIB,
  'services/quizzes/handlers/printed-exams.ts': 940 * KIB,
};

const limitOf = (entryPoint: string): number => {
  const withFiles = LIMITS_WITH_FILES[entryPoint];
  if (withFiles) return withFiles;
  if (READERS.has(entryPoint)) return LIMIT_WITH_READER;
  return entryPoint.endsWith('/handlers/api.ts') ? API_LIMIT : LIMIT;
};

export const bundlesOf = ({ outputs }: Metafile) =>
  Object.entries(outputs).flatMap(([file, { entryPoint, inputs }]) =>
    entryPoint?.includes('/handlers/') ? [{ file, entryPoint, inputs: Object.keys(inputs) }] : [],
  );

/** What a function loads when it starts. */
export function bundlesSuite(metafile: Metafile): void {
  describe.each(bundlesOf(metafile))('$entryPoint', ({ file, entryPoint, inputs }) => {
    it('stays within its size', () => {
      expect(statSync(path.join(root, file)).size).toBeLessThanOrEqual(limitOf(entryPoint));
    });

    it('holds code of its own service, shared code and packages only', () => {
      const service = entryPoint.split('/')[1];
      const own = new RegExp(`^(services/${service}/|shared/|events/|node_modules/)`);
      expect(inputs.filter((input) => !own.test(input))).toEqual([]);
    });
  });
}
