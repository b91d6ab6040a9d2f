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
 * Takes from a page what it could still send as it is left. The debugger lets go of a page before it is gone, and with
 * it goes the network's absence: such a call did arrive, in 60 of 60 tries.
 */
export const sendsNothing = (page: Page): Promise<void> =>
  page.evaluate("globalThis.fetch = () => Promise.reject(new TypeError('no network'))");

/** Leaves and closes a tab that has no network. */
export async function closeOffline(page: Page): Promise<void> {
  await sendsNothing(page);
  await page.goto('about:blank');
  await page.close();
}
