import type { Browser, BrowserContext, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import { demoAccounts } from '../../local/demo/load.ts';
import { DEMO_PASSWORD } from '../../local/demo/session.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { pageAt } from '../../web/src/pages.ts';
import { VIETNAMESE } from './chromium.ts';

/** A phone's own words: campaigns do not count programs, and a headless browser calls itself one. */
export const PHONE_AGENT =
  'Mozilla/5.0 (Linux; Android 12; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36';
const PATIENCE_MS = 30_000;

export const PHONE = { width: 360, height: 740 };
export const SMALL_PHONE = { width: 320, height: 740 };
export const DESK = { width: 1280, height: 800 };
export const TV = { width: 1920, height: 1080 };
/** A sheet of A4 at 96 dots an inch. */
export const PAPER = { width: 794, height: 1123 };

/** One person's browser, with everything it should not have done. */
export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console called an error, and what a script threw. */
  readonly faults: string[];
  /** Requests to anywhere but this machine. */
  readonly strangers: string[];
  /** Bodies of all answers of the API so far. */
  readonly answers: () => Promise<readonly string[]>;
};

/** A browser notes the 404 of an address that leads nowhere, and so it should. */
const isMissingPage = (message: ConsoleMessage): boolean => {
  const { url } = message.location();
  return (
    /status of 404/.test(message.text()) &&
    pageAt(new URL(url).pathname) === 'not-found' &&
    !/\.\w+$|\/v1\//.test(url)
  );
};

function watch(page: Page): Pick<Visit, 'faults' | 'strangers' | 'answers'> {
  const faults: string[] = [];
  const strangers: string[] = [];
  const bodies: Promise<string>[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isMissingPage(message))
      faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') strangers.push(request.url());
  });
  page.on('response', (response) => {
    // The body of an answer that a change of page cut off is gone, and was never shown.
    if (new URL(response.url()).pathname.startsWith('/v1/')) bodies.push(response.text().catch(() => ''));
  });
  return { faults, strangers, answers: () => Promise.all(bodies) };
}

/** A fresh browser profile that speaks Vietnamese, on the site at `address`. */
export async function openVisit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    ...VIETNAMESE,
    baseURL: address,
    userAgent: PHONE_AGENT,
    viewport: PHONE,
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  return { page, context, ...watch(page) };
}

/** Presses the button of the demo's person for a role on the sign-in page. */
export async function signInAs({ page }: Visit, role: Role): Promise<void> {
  const account = demoAccounts().find((one) => one.role === role);
  if (!account) throw new Error(`The demo offers nobody as ${role}.`);
  await page.goto('/dang-nhap');
  await page
    .getByRole('button', { name: vi.account.demoSignIn(account.fullName, vi.common.roles[role]) })
    .click();
  await page.getByRole('heading', { level: 1, name: /^Chào / }).waitFor();
}

/** A sign-in as a device keeps it: on the device itself, and in the tab. */
export type SignedIn = {
  readonly storageState: NonNullable<BrowserContextOptions['storageState']>;
  readonly tab: Readonly<Record<string, string>>;
};

/** What a device would have to hold to be signed in as this page is. */
export const signInOf = async (page: Page): Promise<SignedIn> => ({
  storageState: await page.context().storageState(),
  tab: await page.evaluate<Record<string, string>>('({ ...sessionStorage })'),
});

/** Fills in the form of the sign-in page, where the visit is already, with the demo's password. */
export async function signInByName({ page }: Visit, loginName: string): Promise<void> {
  await page.getByLabel(vi.account.loginName).fill(loginName);
  await page.getByLabel(vi.account.password, { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: vi.account.submit, exact: true }).click();
}

/**
 * Makes the window so large and waits until the page has drawn itself for it: what is chosen by a media query in script,
 * cards or a table, comes a frame later.
 */
export async function resizeTo(
  page: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))',
  );
}

/** Resolves once the page has its heading, nothing on it is being loaded, and its pictures and letters are there. */
export async function shown({ page }: Visit): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The sample on the page of components waits for ever.
  await page.locator(':not(.sample) > .waiting').first().waitFor({ state: 'hidden' });
  await page.evaluate(
    'Promise.all([document.fonts.ready, ...[...document.images].filter((one) => one.loading !== "lazy").map((one) => one.decode().catch(() => {}))]).then(() => {})',
  );
}
