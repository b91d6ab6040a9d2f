import type { Browser, CDPSession, Page } from 'playwright-core';
import { PHONE_AGENT, type SignedIn } from './browser-visit.ts';
import { VIETNAMESE } from './chromium.ts';

/** A line as DevTools names it: milliseconds before an answer begins, and bytes a second either way. */
type Line = { readonly latency: number; readonly down: number; readonly up: number };

/** DevTools' own presets: its factors make a request on them as slow as on the real line. */
const SLOW_4G: Line = { latency: 150 * 3.75, down: (1.6e6 / 8) * 0.9, up: (750e3 / 8) * 0.9 };
const SLOW_3G: Line = { latency: 400 * 5, down: (500e3 / 8) * 0.8, up: (500e3 / 8) * 0.8 };

const CPU_SLOWDOWN = 6;
const PHONE = { width: 360, height: 740 };
const LIMIT_MS = 60_000;
const SETTLE_MS = 10_000;

/** One load of one page. Times are milliseconds since its address was asked for; sizes are what crossed the line. */
export type Speed = {
  /** Until the page could be used: what is fetched for later is not waited for. */
  readonly scriptKb: number;
  readonly allKb: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** The page itself stands, with its data, and answers to touches. */
  readonly usable: number;
  readonly shift: number;
};

/** Runs in the page before anything of it: notes what the browser sees, and when the last placeholder has gone. */
const OBSERVER = `(() => {
  const seen = globalThis.speed = { firstPaint: 0, largestPaint: 0, shift: 0, usable: 0 };
  const { promise, resolve } = Promise.withResolvers();
  globalThis.stands = promise;
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') seen.firstPaint = startTime; });
  watch('largest-contentful-paint', ({ startTime }) => { seen.largestPaint = startTime; });
  watch('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) seen.shift += value; });
  const look = () => {
    const stands = document.querySelector('[data-usable], main[tabindex] h1') && !document.querySelector('.waiting');
    if (!stands) return requestAnimationFrame(look);
    seen.usable = performance.now();
    resolve();
  };
  requestAnimationFrame(look);
})()`;

/**
 * Bytes on the line so far, recordings apart: they are asked for by a tap. Of scripts without the headers of their
 * answers, which the limit of their size does not mean.
 */
async function countBytes(session: CDPSession): Promise<{ script: number; all: number }> {
  const bytes = { script: 0, all: 0 };
  const answers = new Map<string, { kind: string; headers: number }>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const isMedia = new URL(response.url).pathname.startsWith('/media/');
    answers.set(requestId, { kind: isMedia ? 'Recording' : type, headers: response.encodedDataLength });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { kind, headers = 0 } = answers.get(requestId) ?? {};
    if (kind === 'Recording') return;
    bytes.all += encodedDataLength;
    if (kind === 'Script') bytes.script += encodedDataLength - headers;
  });
  await session.send('Network.enable');
  return bytes;
}

async function slowDown(session: CDPSession, { latency, down, up }: Line): Promise<void> {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: down,
    uploadThroughput: up,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
}

const kb = (bytes: number): number => bytes / 1024;

/** Opens an address on a slow phone and a slow line and tells how that went, once the page has come to rest. */
async function measureLoad(page: Page, address: string, line: Line): Promise<Speed> {
  const session = await page.context().newCDPSession(page);
  const bytes = await countBytes(session);
  await slowDown(session, line);
  await page.addInitScript(OBSERVER);
  await page.goto(address, { waitUntil: 'load', timeout: LIMIT_MS });
  const scriptBefore = await page.evaluate('globalThis.stands').then(() => bytes.script);
  // A page that goes on asking (an upload on its way) never falls silent; what it draws by then is what counts.
  await page.waitForLoadState('networkidle', { timeout: SETTLE_MS }).catch(() => undefined);
  const seen = await page.evaluate<Omit<Speed, 'scriptKb' | 'allKb'>>('globalThis.speed');
  return { ...seen, scriptKb: kb(scriptBefore), allKb: kb(bytes.all) };
}

const openPhone = async (
  browser: Browser,
  who: SignedIn | undefined,
  serviceWorkers: 'allow' | 'block',
): Promise<Page> => {
  const context = await browser.newContext({
    ...VIETNAMESE,
    userAgent: PHONE_AGENT,
    viewport: PHONE,
    serviceWorkers,
    ...(who && { storageState: who.storageState }),
  });
  await context.addInitScript(`Object.assign(sessionStorage, ${JSON.stringify(who?.tab ?? {})})`);
  return context.newPage();
};

/**
 * Opens an address for the first time on a device that keeps nothing but a sign-in. The service worker is left out: it
 * keeps the site for the next visit once the page stands, and a debugger does not see what it fetches.
 */
export async function measureColdLoad(browser: Browser, address: string, who?: SignedIn): Promise<Speed> {
  const page = await openPhone(browser, who, 'block');
  try {
    return await measureLoad(page, address, SLOW_4G);
  } finally {
    await page.context().close();
  }
}

/** Opens an address once on a good line until the site is kept on the device, and then again on slow 3G. */
export async function measureRepeatLoad(browser: Browser, address: string, who?: SignedIn): Promise<Speed> {
  const page = await openPhone(browser, who, 'allow');
  try {
    await page.goto(address, { waitUntil: 'networkidle', timeout: LIMIT_MS });
    await page.evaluate('navigator.serviceWorker.ready');
    await page.goto('about:blank');
    return await measureLoad(page, address, SLOW_3G);
  } finally {
    await page.context().close();
  }
}

const FIGURES = ['scriptKb', 'allKb', 'firstPaint', 'largestPaint', 'usable', 'shift'] as const;

/** Each figure's own least of several loads: other work on the machine only ever adds to one. */
export const bestSpeed = (speeds: readonly Speed[]): Speed =>
  Object.fromEntries(
    FIGURES.map((figure) => [figure, Math.min(...speeds.map((speed) => speed[figure]))]),
  ) as Speed;
