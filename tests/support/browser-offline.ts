import type { Page } from 'playwright-core';
import { shown, type Visit } from './browser-visit.ts';

/** Resolves once the service worker has the whole site on the device and answers for this page. */
export async function workerReady({ page }: Visit): Promise<void> {
  await page.evaluate(`navigator.serviceWorker.ready.then(async ({ active }) => {
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    return active.state;
  })`);
}

/** Opens an address without a network, as from a bookmark, and waits until the page stands. */
export async function openOffline(visit: Visit, address: string): Promise<void> {
  await visit.context.setOffline(true);
  await visit.page.goto(address);
  await shown(visit);
}

/**
 * Closes a tab that has no network. The debugger lets go of a page before it is gone, and with it goes the network's
 * absence: what a page sends as it is left did arrive, in 60 of 60 tries. So it cannot send any more by then.
 */
export async function closeOffline(page: Page): Promise<void> {
  await page.evaluate("globalThis.fetch = () => Promise.reject(new TypeError('no network'))");
  await page.goto('about:blank');
  await page.close();
}
