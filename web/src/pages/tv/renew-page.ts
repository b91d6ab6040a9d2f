/** Asked again no sooner than this after a failed try. Milliseconds. */
const BETWEEN_TRIES_MS = 10 * 60_000;
let triedAt = Number.NEGATIVE_INFINITY;

/** A worker that keeps the site is asked to look for a newer one first, so that the reload shows it. */
const renewWorker = async (): Promise<void> => {
  const worker = await navigator.serviceWorker?.getRegistration();
  await worker?.update();
};

/**
 * Opens the page anew, which brings a new version of the site and gives the browser its memory back. Only right
 * after the site has answered: without a network the browser would put its own error page in the place of this one.
 */
export const renewPage = async (): Promise<void> => {
  if (Date.now() - triedAt < BETWEEN_TRIES_MS) return;
  triedAt = Date.now();
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (!answer.ok || !answer.headers.get('content-type')?.includes('html')) return;
    await renewWorker();
    location.reload();
  } catch {
    // No network: the screen goes on as it is.
  }
};
