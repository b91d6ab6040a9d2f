import { tab } from '../state/storage.ts';

const RELOADED_KEY = 'hvs.reloaded-at';
/** Within this time (ms) a second failure is no matter of an old version, and a reload would only go round in circles. */
const ONCE_IN_MS = 60_000;

/** Whether a page whose script is gone should be loaded anew: once, and only when there is a site to load it from. */
export const mayReload = (lastAt: number | undefined, now: number): boolean =>
  lastAt === undefined || now - lastAt > ONCE_IN_MS;

/**
 * A script of an older version may be gone from the server and from the device. Loads the page that was asked for from
 * the new version; false when that would not help.
 */
export const reloadOnce = async (): Promise<boolean> => {
  const lastAt = tab.read(RELOADED_KEY);
  if (!mayReload(lastAt === undefined ? undefined : Number(lastAt), Date.now())) return false;
  try {
    await fetch('/config.json', { method: 'HEAD', cache: 'no-store' });
  } catch {
    return false;
  }
  if (!tab.write(RELOADED_KEY, String(Date.now()))) return false;
  location.reload();
  return true;
};
