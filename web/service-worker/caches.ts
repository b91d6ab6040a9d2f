import { withoutPreloads } from './shell.ts';
import type { Site, SiteFile } from './site.ts';

/** Downloaded recordings; the page fills it, the worker reads it (web/src/downloads). */
export const MEDIA_CACHE = 'hvs-media';
const SITE_PREFIX = 'hvs-site-';
const CONFIG_CACHE = 'hvs-config';

const nameOf = (version: string) => SITE_PREFIX + version;

/** A full disk or a damaged store is no reason to show nothing: the network still has everything. */
export const orNothing = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch {
    return undefined;
  }
};

/** A file with a hash in its name never changes, so what an older version holds of it is as good as new. */
const inherit = async ({ path }: SiteFile): Promise<Response | undefined> =>
  path.startsWith('/assets/') ? orNothing(() => caches.match(path)) : undefined;

const fetchWhole = async ({ path, integrity }: SiteFile): Promise<Response> => {
  const answer = await fetch(path, { cache: 'reload', integrity });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer;
};

const fetchInto = async ({ version }: Site, files: readonly SiteFile[]): Promise<void> => {
  const cache = await caches.open(nameOf(version));
  for (const file of files) {
    if (await cache.match(file.path)) continue;
    await cache.put(file.path, (await inherit(file)) ?? (await fetchWhole(file)));
  }
};

/** Whether a download lies here. The cache alone tells nothing: it stays when the last download is removed. */
const hasRecordings = async (): Promise<boolean> =>
  (await caches.has(MEDIA_CACHE)) && (await (await caches.open(MEDIA_CACHE)).keys()).length > 0;

/**
 * Fetches a version whole before anything of it is used; rejects when a file is missing or is of another build. What was
 * fetched stays, so the next try goes on from there.
 */
export const fetchVersion = async (site: Site): Promise<void> => {
  await fetchInto(site, site.files);
  // Who has downloaded recordings should still be able to play them in the new version; it is no reason to go without.
  await orNothing(async () => {
    if (await hasRecordings()) await fetchPlayer(site);
  });
};

/** Keeps what plays recordings with this version. */
export const fetchPlayer = (site: Site): Promise<void> => fetchInto(site, site.player);

/**
 * Removes versions that nobody can still have open: all but this one and the one before it, whose scripts a tab that was
 * opened earlier may yet ask for.
 */
export const dropOldVersions = async ({ version }: Pick<Site, 'version'>): Promise<void> => {
  // `keys` answers in the order of creation.
  const older = (await caches.keys()).filter(
    (name) => name.startsWith(SITE_PREFIX) && name !== nameOf(version),
  );
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
};

/** A page's shell of this version. */
export const shellOf = ({ version }: Pick<Site, 'version'>, path: string): Promise<Response | undefined> =>
  orNothing(async () => {
    const shell = await (await caches.open(nameOf(version))).match(path);
    return shell && withoutPreloads(shell);
  });

/** A file of this build, of the one before it, or fetched now and kept with this one. */
export const fileOf = async ({ version }: Pick<Site, 'version'>, request: Request): Promise<Response> => {
  const kept = await orNothing(async () => {
    const current = await caches.open(nameOf(version));
    return (await current.match(request)) ?? caches.match(request);
  });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    void orNothing(async () => (await caches.open(nameOf(version))).put(request, copy));
  }
  return answer;
};

/** What the page is told about its surroundings: from the network, without one as it was last. */
export const configOf = async (request: Request): Promise<Response> => {
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      const copy = answer.clone();
      void orNothing(async () => (await caches.open(CONFIG_CACHE)).put(request, copy));
    }
    return answer;
  } catch (error) {
    const kept = await orNothing(async () => (await caches.open(CONFIG_CACHE)).match(request));
    if (kept) return kept;
    throw error;
  }
};
