import { scriptAddress } from '../security/script-address.ts';
import { createStore } from '../state/store.ts';

/** Whether a new version of the site lies whole on the device and waits to be used. */
export const updateReady = createStore(false);

/** A tab that stays open for days asks for news this often, in ms. */
const ASK_EVERY_MS = 60 * 60_000;

let waiting: ServiceWorker | undefined;

const noteWaiting = (worker: ServiceWorker | null): void => {
  // Without a version in use there is nothing that could be replaced: it is the first visit.
  if (!worker || !navigator.serviceWorker.controller) return;
  waiting = worker;
  updateReady.set(true);
};

const follow = (registration: ServiceWorkerRegistration): void => {
  noteWaiting(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') noteWaiting(installing);
    });
  });
  let askedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - askedAt < ASK_EVERY_MS) return;
    askedAt = Date.now();
    void registration.update().catch(() => undefined);
  });
};

/** Registers the service worker. Browsers without one, and private windows, get the site from the network as before. */
export const startWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  try {
    follow(await navigator.serviceWorker.register(scriptAddress('/service-worker.js')));
    // Another tab took the new version into use: nothing waits any more. This one goes on with the scripts it has.
    navigator.serviceWorker.addEventListener('controllerchange', () => updateReady.set(false));
  } catch {
    // The site works without.
  }
};

/** Takes the waiting version into use and loads this page anew in it. What a form holds is lost, so nobody who types is offered it. */
export const applyUpdate = (): void => {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('take-over');
};
