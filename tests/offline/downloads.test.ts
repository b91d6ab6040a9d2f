import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { libraryRoutes } from '../../services/library/contract.ts';
import { mediaRoutes } from '../../services/media/contract.ts';
import { passRoutes } from '../../services/media/contract-delivery.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { player } from '../../web/src/messages/vi/player.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { openOffline, workerReady } from '../support/browser-offline.ts';
import { setStage } from '../support/browser-stage.ts';
import { shown, signInAs, type Visit } from '../support/browser-visit.ts';

const SLUG = 'an-toan-tren-mang';
/** The demo's recording belongs to this lesson. */
const LESSON = `/khoa-hoc/${SLUG}/bai/2`;
const t = vi.downloads;

const stage = setStage();
let visit: Visit;

afterEach(() => visit?.context.close());

async function openLesson(): Promise<Page> {
  visit = await stage.open();
  await signInAs(visit, 'learner');
  await workerReady(visit);
  await visit.page.goto(LESSON);
  await shown(visit);
  return visit.page;
}

const offer = (page: Page) => page.getByRole('button', { name: /^Tải về máy/ });
const choose = async (page: Page, name: RegExp): Promise<void> => {
  await offer(page).click();
  await page.getByRole('button', { name }).click();
};
const isHere = (page: Page) => page.getByText(t.ready, { exact: true }).waitFor();
const filesHere = (page: Page) =>
  page.evaluate<number>("caches.open('hvs-media').then((cache) => cache.keys()).then((keys) => keys.length)");

const play = (page: Page) => page.getByRole('button', { name: vi.courses.play('').trim() }).click();
const timeOf = (page: Page) => page.evaluate<number>('document.querySelector("video")?.currentTime ?? 0');
const isPast = (page: Page, seconds: number) => eventually(() => timeOf(page)).toBeGreaterThan(seconds);

/** Presses play and waits until the picture moves; then jumps and waits until it moves there. */
async function playAndSeek(page: Page): Promise<void> {
  await play(page);
  await isPast(page, 0.2);
  await page.evaluate('void (document.querySelector("video").currentTime = 7)');
  await isPast(page, 7.2);
}

type Kept = { readonly key: string; readonly state: string; readonly answers: readonly string[] };
/** The only download, as the device keeps it. */
const recordOf = (page: Page) =>
  page.evaluate<Kept>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('hvs-downloads');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const asking = opening.result.transaction('downloads').objectStore('downloads').getAll();
      asking.onerror = reject;
      asking.onsuccess = () => {
        opening.result.close();
        resolve(asking.result[0]);
      };
    };
  })`);

describe('a lesson taken along', () => {
  it('shows its size first, and then opens, plays and seeks without a network', async () => {
    const page = await openLesson();
    // With as much as it may be, and no word for "from" or "under" before a number that is none.
    expect(await offer(page).textContent()).toMatch(/^Tải về máy \(nhiều nhất [\d,]+\sMB\)$/);
    await offer(page).click();
    for (const choice of [
      /^Chỉ phần chữ, dưới 0,1 MB$/,
      /^Chỉ tiếng, \S+/,
      /^Hình nhỏ, \S+ MB$/,
      /^Hình rõ, \S+ MB$/,
    ])
      await page.getByRole('button', { name: choice }).waitFor();
    expect(await filesHere(page)).toBe(0);
    await page.getByRole('button', { name: /^Hình nhỏ/ }).click();
    await isHere(page);
    await openOffline(visit, '/da-tai');
    await page.getByRole('link', { name: /^Mở bài/ }).click();
    await shown(visit);
    await page.getByRole('article').waitFor();
    await playAndSeek(page);
  });

  it('is one file where the picture is clear, which comes by the piece and plays and seeks without a network', async () => {
    const page = await openLesson();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/lesson.mp4')) asked.push(request.headers().range ?? 'all');
    });
    await choose(page, /^Hình rõ/);
    await isHere(page);
    expect(asked[0]).toBe('bytes=0-1999999');
    const kept = await page.evaluate<string[]>(`caches.open('hvs-media')
      .then((cache) => cache.keys())
      .then((keys) => keys.map(({ url }) => new URL(url)).map(({ pathname, search }) => pathname.split('/').at(-1) + search))`);
    expect(kept.filter((name) => /lesson|m3u8|m4s/.test(name))).toEqual(['lesson.mp4']);
    await openOffline(visit, LESSON);
    await page.getByText(vi.common.offline).waitFor();
    await playAndSeek(page);
  });

  it('plays its sound alone when only that was taken', async () => {
    const page = await openLesson();
    await choose(page, /^Chỉ tiếng/);
    await isHere(page);
    await openOffline(visit, LESSON);
    await page.getByText(vi.common.offline).waitFor();
    await playAndSeek(page);
  });

  it('plays on where it is when the network goes, although what is here is another rendition', async () => {
    const page = await openLesson();
    await choose(page, /^Chỉ tiếng/);
    await isHere(page);
    await playAndSeek(page);
    await page.evaluate('document.querySelector("video").pause()');
    await visit.context.setOffline(true);
    await page.getByText(vi.common.offline).waitFor();
    expect(await timeOf(page)).toBeGreaterThan(7);
  });

  it('that could not be played is played again by a button, from where it was', async () => {
    const page = await openLesson();
    const line = { isDown: true };
    await visit.context.route(/\.(m3u8|mp4)$/, (route) => (line.isDown ? route.abort() : route.fallback()));
    await play(page);
    const again = page.getByRole('alert').getByRole('button');
    await again.waitFor();
    await page.evaluate('void (document.querySelector("video").currentTime = 6)');
    line.isDown = false;
    await again.click();
    await isPast(page, 6.2);
    expect(await again.count()).toBe(0);
  });

  it('hands out a part of a stored segment, so that any player can seek', async () => {
    const page = await openLesson();
    await choose(page, /^Hình nhỏ/);
    await isHere(page);
    await visit.context.setOffline(true);
    const part = await page.evaluate<unknown>(`caches.open('hvs-media')
      .then((cache) => cache.keys())
      .then((keys) => fetch(keys.find(({ url }) => url.endsWith('.m4s')).url, { headers: { range: 'bytes=100-299' } }))
      .then(async (answer) => [answer.status, (await answer.arrayBuffer()).byteLength, answer.headers.get('content-range').split('/')[0]])`);
    expect(part).toEqual([206, 200, 'bytes 100-299']);
  });
});

it('the page of downloads does not say that there are none before it has looked', async () => {
  visit = await stage.open();
  const { page } = visit;
  await page.addInitScript(`
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, ...rest) {
      return name === 'hvs-downloads' ? {} : open.call(this, name, ...rest);
    };`);
  await page.goto('/da-tai');
  await page.getByRole('status', { name: vi.common.loading }).waitFor();
  expect(await page.getByText(t.empty).count()).toBe(0);
});

describe('a download', () => {
  it('waits for the network, can be paused, goes on, and can be removed with all that it brought', async () => {
    const page = await openLesson();
    await offer(page).click();
    await visit.context.setOffline(true);
    await page.getByRole('button', { name: /^Hình nhỏ/ }).click();
    await page.getByText(t.waiting).waitFor();
    await page.getByRole('button', { name: t.pause }).click();
    await page.getByText(t.paused).waitFor();
    await page.getByRole('button', { name: t.goOn }).click();
    await page.getByText(t.waiting).waitFor();
    await visit.context.setOffline(false);
    await isHere(page);
    expect(await filesHere(page)).toBeGreaterThan(5);
    await page.goto('/da-tai');
    await page.getByRole('button', { name: /^Xóa khỏi máy/ }).click();
    await page.getByText(t.empty).waitFor();
    await eventually(() => focusedName(page)).toBe(t.title);
    await eventually(() => filesHere(page)).toBe(0);
  });

  it('that a closed page left unfinished goes on when the site is opened again', async () => {
    const page = await openLesson();
    await offer(page).click();
    await visit.context.setOffline(true);
    await page.getByRole('button', { name: /^Hình nhỏ/ }).click();
    await page.getByText(t.waiting).waitFor();
    await page.close();
    await visit.context.setOffline(false);
    const again = await visit.context.newPage();
    await again.goto('/da-tai');
    await isHere(again);
  });

  it('notes how far it is now and then, and not with every file', async () => {
    const page = await openLesson();
    await page.evaluate(`
      const put = IDBObjectStore.prototype.put;
      [globalThis.notes, globalThis.notedFrom] = [0, Date.now()];
      IDBObjectStore.prototype.put = function (...given) {
        if (this.name === 'downloads') notes += 1;
        return put.apply(this, given);
      };`);
    await choose(page, /^Hình nhỏ/);
    await isHere(page);
    const [notes, seconds] = await page.evaluate<[number, number]>(
      '[notes, (Date.now() - notedFrom) / 1000]',
    );
    expect(await filesHere(page)).toBeGreaterThan(5);
    // That it was asked for, what it consists of and that it is here, beside one note a second.
    expect(notes).toBeLessThanOrEqual(3 + seconds);
  });

  it('goes on as the one who asked for it, whoever has the phone by then', async () => {
    const page = await openLesson();
    const line = { isDown: true };
    await visit.context.route(/\/v1\/courses\/[^/]+$/, (route) =>
      line.isDown ? route.abort() : route.fallback(),
    );
    await choose(page, /^Chỉ phần chữ/);
    await page.getByText(t.waiting).waitFor();
    const learner = await page.evaluate<string>('localStorage.getItem("hvs.current")');
    await signInAs(visit, 'teacher');
    line.isDown = false;
    await page.goto('/da-tai');
    await eventually(() => recordOf(page)).toMatchObject({
      state: 'ready',
      key: expect.stringContaining(learner),
    });
    const owners = (await recordOf(page)).answers.map((key) => key.split(' ')[0]);
    expect(new Set(owners)).toEqual(new Set(['everybody', learner]));
  });

  it('is not shown to another person on the same phone, and leaves with the one it belongs to', async () => {
    const page = await openLesson();
    await choose(page, /^Hình nhỏ/);
    await isHere(page);
    await signInAs(visit, 'teacher');
    await page.goto('/da-tai');
    await page.getByText(t.empty).waitFor();
    expect(await filesHere(page)).toBeGreaterThan(5);
    await signInAs(visit, 'learner');
    await page.goto('/da-tai');
    await isHere(page);
    await page.goto('/tai-khoan');
    await page.getByRole('button', { name: vi.account.signOut, exact: true }).click();
    await eventually(() => filesHere(page)).toBe(0);
  });
});

describe('a recording that the library takes back', () => {
  /** Has the demo's recording withdrawn for as long as `look` takes; the service has heard of both. */
  async function whileWithdrawn(look: () => Promise<void>): Promise<void> {
    const as = (role: Role) => stage.site.signIn(role);
    const [staff, head, learner] = await Promise.all([
      as('content-staff'),
      as('training-head'),
      as('learner'),
    ]);
    const { assets } = await staff.ok(mediaRoutes.listMedia);
    const assetId = assets.find(({ lessonNo, kind }) => lessonNo === 2 && kind === 'video')?.assetId ?? '';
    const params = { materialId: assetId };
    const pass = async () => (await learner.call(passRoutes.issuePass, { params: { assetId } })).status;
    await staff.ok(libraryRoutes.withdrawMaterial, { params, body: { reason: 'licence' } });
    try {
      await eventually(pass).toBe(404);
      await look();
    } finally {
      await head.ok(libraryRoutes.reinstateMaterial, { params });
      await eventually(pass).toBe(200);
    }
  }

  it('leaves the device when it is played there with a network, and not while the service is busy', async () => {
    const page = await openLesson();
    await choose(page, /^Hình nhỏ/);
    await isHere(page);
    await page.route('**/v1/media/*/pass', (route) => route.fulfill({ status: 503 }));
    const asked = page.waitForResponse(/\/pass$/);
    await page.reload();
    await shown(visit);
    await asked;
    await playAndSeek(page);
    expect(await filesHere(page)).toBeGreaterThan(5);
    await page.evaluate('document.querySelector("video").pause()');
    await whileWithdrawn(async () => {
      await page.unroute('**/v1/media/*/pass');
      await page.evaluate('void document.querySelector("video").play()');
      await page.getByRole('alert').filter({ hasText: player.faults.gone }).waitFor();
      expect(await page.evaluate('document.querySelector("video").readyState')).toBe(0);
      await page.getByText(t.partWithdrawn).waitFor();
      await eventually(() => filesHere(page)).toBe(0);
    });
  });

  it('leaves the device where it lies as soon as there is a network, and the page of downloads says so', async () => {
    const page = await openLesson();
    await choose(page, /^Hình nhỏ/);
    await isHere(page);
    await openOffline(visit, '/da-tai');
    await whileWithdrawn(async () => {
      expect(await filesHere(page)).toBeGreaterThan(5);
      await visit.context.setOffline(false);
      await page.getByText(t.partWithdrawn).waitFor();
      await eventually(() => filesHere(page)).toBe(0);
      await page.getByRole('link', { name: /^Mở bài/ }).click();
      await page.getByRole('article').waitFor();
    });
  });
});
