import { applyUpdate, updateReady } from '../../offline/updates.ts';

/** Asked again no sooner than this after a failed try. Milliseconds. */
const BETWEEN_TRIES_MS = 10 * 60_000;
let triedAt = Number.NEGATIVE_INFINITY;

/** Has the kept site looked for a newer version; true while one is still being fetched. */
const isVersionComing = async (): Promise<boolean> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.update();
  return Boolean(registration?.installing);
};

/**
 * Opens the page anew, which brings a new version of the site and gives the browser its memory back. A version that is
 * on its way is waited for until the next try. Only right after the site has answered: where nothing keeps it on the
 * device, the browser would put its own error page in the place of this one.
 */
export const renewPage = async (): Promise<void> => {
  if (Date.now() - triedAt < BETWEEN_TRIES_MS) return;
  triedAt = Date.now();
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (!answer.ok || !answer.headers.get('content-type')?.includes('html')) return;
    if (await isVersionComing()) return;
    if (updateReady.get()) applyUpdate();
    else location.reload();
  } catch {
    // No network: the screen goes on as it is.
  }
};
