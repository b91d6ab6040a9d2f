import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { publishSite } from '../../local/start/publish-site.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { openOffline, workerReady } from '../support/browser-offline.ts';
import { setTour } from '../support/browser-stage.ts';
import { TOUR } from '../support/browser-tour.ts';
import { shown, signInAs, type Visit } from '../support/browser-visit.ts';
import { WEB_DIST } from '../support/built-platform.ts';

const tour = setTour();
let visit: Visit;

afterEach(() => visit?.context.close());

async function open(role?: 'learner'): Promise<Visit> {
  visit = await tour.open();
  if (role) await signInAs(visit, role);
  else await visit.page.goto('/');
  await shown(visit);
  await workerReady(visit);
  return visit;
}

/** Joining a class asks the service whether the code still counts; the page of components shows every refusal; the TV has its own tests. */
/** The library is asked for every time: what was withdrawn is gone from it. Its pages say that they need the network. */
const NEEDS_NETWORK = /^(join|not-found|components|tv|library|material|guest-material)/;
const LEARNER_STOPS = TOUR.filter(({ role, press }) => !press && (role === 'learner' || role === undefined));

describe('without a network', () => {
  it.each(['learner', undefined] as const)('every page that %s has seen opens again, whole', async (role) => {
    const { page, context } = await open(role);
    const stops = LEARNER_STOPS.filter((stop) => stop.role === role && !NEEDS_NETWORK.test(stop.name));
    const headings = new Map<string, string>();
    for (const stop of stops) {
      await page.goto(stop.path(tour.places));
      await shown(visit);
      headings.set(stop.name, (await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
    }
    const seen: Record<string, string> = {};
    for (const stop of stops) {
      await openOffline(visit, stop.path(tour.places));
      await page.getByText(vi.common.offline).waitFor();
      seen[stop.name] = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      expect(await page.getByText(vi.common.noNetwork).count(), stop.name).toBe(0);
    }
    expect(seen).toEqual(Object.fromEntries(headings));
    await context.setOffline(false);
    await page.getByText(vi.common.offline).waitFor({ state: 'hidden' });
  });

  it('a page that was never opened says so, and comes when the network does', async () => {
    const { page, context } = await open('learner');
    await openOffline(visit, `/khoa-hoc/${tour.places.slug}/bai/3`);
    await page.getByText(vi.common.noNetwork).first().waitFor();
    await context.setOffline(false);
    await page.getByText(vi.common.noNetwork).first().waitFor({ state: 'hidden' });
    await page.getByRole('article').waitFor();
  });

  it('leaves the API’s description and the local cloud’s own pages alone', async () => {
    const { page } = await open();
    for (const address of ['/docs', '/local']) {
      await page.goto(address);
      expect(await page.locator('#app').count(), address).toBe(0);
    }
  });
});

describe('a new version of the site', () => {
  /** The same site, built anew: a comment in its worker makes it another one. */
  function renewed(): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-renewed-'));
    fs.cpSync(WEB_DIST, folder, { recursive: true });
    const worker = path.join(folder, 'service-worker.js');
    const text = fs.readFileSync(worker, 'utf8');
    fs.writeFileSync(worker, text.replace(/version":"\w+"/, `version":"${Date.now().toString(36)}"`));
    return folder;
  }
  const update = (one: Visit) =>
    one.page.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => {})');
  /** The first question of the attempt; one that is on the device already opens at once. */
  async function openFirstQuestion(page: Page): Promise<void> {
    await page.goto(`/kiem-tra/${tour.places.quizId}`);
    const start = page.getByRole('button', { name: /làm bài|bài dở|làm lại/i });
    const question = page.getByRole('main').locator('input, select, textarea').first();
    await start.or(question).first().waitFor();
    if (await start.isVisible()) await start.click();
    await question.waitFor();
    const back = page.getByRole('button', { name: vi.quiz.previous, exact: true });
    while ((await back.isVisible()) && (await back.isEnabled())) await back.click();
  }
  /** Questions come in any order and of any kind. */
  async function answerSomething(page: Page): Promise<void> {
    const main = page.getByRole('main');
    const choices = main.locator('[type=radio], [type=checkbox]');
    const selects = main.locator('select');
    if ((await choices.count()) > 0) await choices.first().check();
    else if ((await selects.count()) > 0) await selects.first().selectOption({ index: 1 });
    else await main.getByRole('textbox').first().fill('7');
  }
  const answersOf = (page: Page) =>
    page.evaluate<unknown>(
      '[...document.querySelectorAll("main input, main select, main textarea")].map((one) => [one.checked, one.value])',
    );
  const isWaiting = (page: Page) =>
    eventually(() =>
      page.evaluate('navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting?.state)'),
    ).toBe('installed');
  const strip = ({ page }: Visit) => page.getByRole('button', { name: vi.common.useNewVersion });

  it('waits until it is asked for, is never offered in a quiz, and loses no answer', async () => {
    const { page } = await open('learner');
    await openFirstQuestion(page);
    await answerSomething(page);
    const answered = await answersOf(page);
    const folder = renewed();
    await publishSite(tour.site.cloud, { '': folder });
    await update(visit);
    await isWaiting(page);
    expect(await strip(visit).count()).toBe(0);
    await page.goto('/hoi-giup');
    await strip(visit).waitFor();
    const note = page.getByRole('main').getByRole('textbox').first();
    await note.fill('Máy không có tiếng');
    await page.getByText(vi.common.newVersionLater).waitFor();
    expect(await strip(visit).count()).toBe(0);
    await note.fill('');
    await strip(visit).click();
    await page.waitForEvent('load');
    await shown(visit);
    await eventually(() => strip(visit).count()).toBe(0);
    await openFirstQuestion(page);
    expect(await answersOf(page)).toEqual(answered);
    fs.rmSync(folder, { recursive: true, force: true });
    await publishSite(tour.site.cloud, { '': WEB_DIST });
  });

  const players = (page: Page) =>
    page.evaluate<number>(`caches.keys()
      .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
      .then((requests) => requests.flat().filter(({ url }) => /\\/hls/.test(url)).length)`);

  it('brings no player to a phone that holds no recording, though it asked for one or held one once', async () => {
    const { page } = await open();
    await page.evaluate("fetch('/media/khong-co/poster.jpg').then(() => {})");
    expect(await page.evaluate<boolean>("caches.has('hvs-media')")).toBe(false);
    await page.evaluate("caches.open('hvs-media').then(() => {})");
    const folder = renewed();
    await publishSite(tour.site.cloud, { '': folder });
    await update(visit);
    await isWaiting(page);
    expect(await players(page)).toBe(0);
    fs.rmSync(folder, { recursive: true, force: true });
    await publishSite(tour.site.cloud, { '': WEB_DIST });
  });

  it('brings the player to a phone that holds a recording, and comes without it where it cannot', async () => {
    const { page } = await open();
    await page.evaluate("caches.open('hvs-media').then((cache) => cache.put('/media/a', new Response('a')))");
    for (const [isThere, kept] of [
      [false, 0],
      [true, 1],
    ] as const) {
      const folder = renewed();
      const [player = ''] = fs.globSync('assets/hls*', { cwd: folder });
      expect(player).not.toBe('');
      if (!isThere) fs.rmSync(path.join(folder, player));
      await publishSite(tour.site.cloud, { '': folder });
      await update(visit);
      await isWaiting(page);
      await eventually(() => players(page)).toBe(kept);
      fs.rmSync(folder, { recursive: true, force: true });
    }
    await publishSite(tour.site.cloud, { '': WEB_DIST });
  });
});
