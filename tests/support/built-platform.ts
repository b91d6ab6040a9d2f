import fs from 'node:fs';
import path from 'node:path';
import { PLAYER_FOLDER } from '../../infra/publish-site.ts';
import { buildWhatChanged } from '../../local/start/build.ts';

const root = path.resolve(import.meta.dirname, '../..');
const LOCK_STALE_MS = 120_000;
const BUILD_LIMIT_MS = 300_000;

/** The synthesized platform (stage `local`) that flow and browser tests and the benchmarks run; the one of `npm start`. */
export const ASSEMBLY = path.join(root, '.build/assembly');
/** The built web client. */
export const WEB_DIST = path.join(root, 'web/dist');
/** Folders of the site by their prefix, as they are published, without the API pages. */
export const SITE_FOLDERS = {
  '': WEB_DIST,
  [PLAYER_FOLDER]: path.join(root, '.build/package-player'),
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One test run makes what the tests stand on at a time; a lock left by a run that was killed lapses. */
export async function locked(work: () => Promise<unknown>): Promise<void> {
  const lock = path.join(root, '.build/test-build.lock');
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch {
      const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > LOCK_STALE_MS) fs.rmSync(lock, { recursive: true, force: true });
      await pause(100);
    }
  }
  try {
    await work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

/** Synthesizes the platform and builds the web client where their sources changed, exactly as `npm start` does. */
export default function setup(): Promise<void> {
  return locked(() => buildWhatChanged(root, AbortSignal.timeout(BUILD_LIMIT_MS)));
}
