import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchRoutes } from '../../services/library/contract-search.ts';
import { captionRoutes, type MediaAsset } from '../../services/media/contract.ts';
import { captions as words } from '../../web/src/messages/vi/captions.ts';
import { player as t } from '../../web/src/messages/vi/player.ts';
import { eventually } from '../support/browser-expect.ts';
import { focusedName, isFocusHidden } from '../support/browser-keyboard.ts';
import { accessibilityFaults, shapeFaults, spillsOf } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, resizeTo, SMALL_PHONE, shown, type Visit } from '../support/browser-visit.ts';
import { issueMaterial } from '../support/issue-material.ts';
import { CAPTIONS, LECTURE_SECONDS, publishCaptions, SAID, sendLecture } from '../support/test-lecture.ts';

const stage = setStage();
let asset: MediaAsset;

beforeAll(async () => {
  const staff = await stage.site.signIn('content-staff');
  asset = await sendLecture(staff);
  await publishCaptions(staff, asset.assetId, 'vi');
  await publishCaptions(staff, asset.assetId, 'en', CAPTIONS.replaceAll('mật khẩu', 'passwords'));
}, 240_000);

const inVideo = <T>(page: Page, what: string): Promise<T> =>
  page.evaluate<T>(`(() => { const video = document.querySelector('video'); return ${what}; })()`);

type Watching = BrowserContextOptions & { readonly quality?: string };

/** The recording's page with the player begun, as a viewer begins it. */
async function watch({ quality = 'auto', ...device }: Watching = {}): Promise<Visit> {
  const visit = await stage.openAs('content-staff', { viewport: DESK, ...device });
  const chosen = JSON.stringify(JSON.stringify({ quality }));
  await visit.context.addInitScript(`localStorage.setItem('hvs.player', ${chosen})`);
  await visit.page.goto(`/tai-len/${asset.assetId}`);
  await shown(visit);
  await visit.page.getByRole('button', { name: /^Phát .*có phụ đề/ }).click();
  await eventually(() => inVideo<number>(visit.page, 'video?.readyState ?? 0')).toBeGreaterThan(2);
  return visit;
}

const PHONE_ON_ITS_SIDE = { width: 640, height: 360 };

const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).click();

/** Plays on at a speed that only tests want, until the end; what is buffered then, in seconds. */
async function playToEnd(page: Page): Promise<number[][]> {
  await inVideo(
    page,
    '(video.currentTime = 0, video.playbackRate = 8, video.play().catch(() => {}), undefined)',
  );
  await eventually(() => inVideo<boolean>(page, 'video.ended')).toBe(true);
  return inVideo<number[][]>(
    page,
    '[...Array(video.buffered.length).keys()].map((n) => [video.buffered.start(n), video.buffered.end(n)])',
  );
}

/** No faults of the recording: a line that was slow, and what was on its way when another size was asked for. */
const NO_TROUBLE: readonly string[] = ['playing: bufferStalledError', 'playing: aborted'];

/** What went wrong while it played, mended or not. */
const troubles = async (page: Page): Promise<string[]> => {
  const marks = await page.evaluate<string[]>("performance.getEntriesByType('mark').map(({ name }) => name)");
  return marks.filter((name) => name.startsWith('playing: ') && !NO_TROUBLE.includes(name));
};

/** The heights of which a part was fetched. */
const heightsFetched = async (page: Page): Promise<number[]> => {
  const names = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ name }) => name)",
  );
  return [...new Set(names.flatMap((name) => Number(/\/(\d+)p\/[^/]+\.m4s$/.exec(name)?.[1] ?? [])))];
};

/** Every size after a smaller and after a larger one. */
const CHANGES = [1080, 240, 720, 360, 480, 1080, 360, 720] as const;
const labelOf = (height: number) =>
  new RegExp(`^${height === 240 ? t.qualities.saver : t.qualities.heights[height]}\\s*\\d`);

describe('a recording', () => {
  it.each(['240p', '360p', '480p', '720p', '1080p', 'auto', 'whole', 'audio-48k'])(
    'plays to its end in one piece, with its sound: %s',
    async (quality) => {
      const { page, context, faults } = await watch({ quality });
      const ranges = await playToEnd(page);
      expect(ranges).toHaveLength(1);
      const [from = -1, to = 0] = ranges[0] ?? [];
      expect(from).toBeLessThan(0.1);
      expect(Math.abs(to - LECTURE_SECONDS)).toBeLessThan(0.2);
      expect(await inVideo<number>(page, 'video.webkitAudioDecodedByteCount')).toBeGreaterThan(0);
      const height = await inVideo<number>(page, 'video.videoHeight');
      if (quality.endsWith('p')) expect(`${height}p`).toBe(quality);
      // On this line it goes up by itself, as far as the picture is wide on the page.
      if (quality === 'auto') expect(Math.max(...(await heightsFetched(page)))).toBeGreaterThan(360);
      expect(await troubles(page)).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  it('fetches for a small phone no more than it shows, and what is chosen all the same, from the next part on', async () => {
    const { page, context } = await watch({ viewport: SMALL_PHONE, deviceScaleFactor: 3 });
    expect(await playToEnd(page)).toHaveLength(1);
    expect(Math.max(...(await heightsFetched(page)))).toBeLessThan(720);
    await inVideo(page, '(video.playbackRate = 1, video.currentTime = 0, video.pause(), undefined)');
    await page.getByRole('button', { name: t.settings }).click();
    await choose(page, labelOf(1080));
    await inVideo(page, '(video.play().catch(() => {}), undefined)');
    await eventually(() => inVideo<number>(page, 'video.videoHeight')).toBe(1080);
    await eventually(() => inVideo<boolean>(page, 'video.ended')).toBe(true);
    expect(await troubles(page)).toEqual([]);
    await context.close();
  });

  it('plays to its end over eight changes of size', async () => {
    const { page, context } = await watch({ quality: '240p' });
    await inVideo(page, '(video.pause(), undefined)');
    await page.getByRole('button', { name: t.settings }).click();
    for (const [turn, size] of CHANGES.entries()) {
      await choose(page, labelOf(size));
      await inVideo(page, `(video.currentTime = ${turn}, undefined)`);
      await eventually(() => inVideo<boolean>(page, 'video.readyState > 1 && !video.seeking')).toBe(true);
    }
    expect(await playToEnd(page)).toHaveLength(1);
    // What is here already stays as it is, so that not each of them had to be fetched.
    expect((await heightsFetched(page)).length).toBeGreaterThan(1);
    expect(await troubles(page)).toEqual([]);
    await context.close();
  });

  it('shows what is said on the picture and beside it, and goes where a line is said', async () => {
    const { page, context } = await watch();
    await inVideo(page, '(video.pause(), video.currentTime = 4.5, undefined)');
    const shownLines = () =>
      inVideo<string[]>(
        page,
        "[...video.textTracks].filter(({ mode }) => mode === 'showing').flatMap(({ activeCues }) => [...(activeCues ?? [])].map(({ text }) => text))",
      );
    await eventually(shownLines).toEqual([SAID[2]]);
    await page.getByRole('button', { name: t.openTranscript }).click();
    const lines = page.getByRole('list', { name: t.transcript }).getByRole('button');
    await eventually(() => lines.count()).toBe(SAID.length);
    await eventually(() => page.locator('.transcript [aria-current]').textContent()).toContain(SAID[2]);
    await lines.nth(3).click();
    await eventually(() => inVideo<number>(page, 'video.currentTime')).toBeCloseTo(6, 1);
    await eventually(() => page.locator('.transcript [aria-current]').textContent()).toContain(SAID[3]);
    const find = page.getByLabel(t.findInTranscript);
    await find.fill('mat khau');
    await page.getByText(t.foundLines(2, SAID.length)).waitFor();
    expect(await lines.count()).toBe(2);
    await lines.nth(1).click();
    await eventually(() => inVideo<number>(page, 'video.currentTime')).toBeCloseTo(4, 1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await find.fill('ngày mưa');
    await page.getByText(t.foundLines(0, SAID.length)).waitFor();

    await inVideo(page, '(video.currentTime = 6.5, undefined)');
    await page.getByRole('button', { name: t.captions, exact: true }).click();
    await choose(page, 'English');
    await eventually(shownLines).toEqual([SAID[3]]);
    await choose(page, t.captionsOff);
    await eventually(shownLines).toEqual([]);
    await choose(page, t.captionSizes.large);
    expect(await accessibilityFaults(page)).toEqual([]);
    await resizeTo(page, SMALL_PHONE);
    await page.evaluate('document.documentElement.dataset.size = "3"');
    expect(await spillsOf(page)).toEqual([]);
    await page.evaluate('document.documentElement.dataset.size = "1"');
    expect(await shapeFaults(page)).toEqual([]);
    // Where lines are pressed on a phone, the picture that they lead to is in sight.
    await find.fill('');
    await lines.last().click();
    await eventually(() => inVideo<number>(page, 'video.currentTime')).toBeCloseTo(8, 1);
    const picture = await page.locator('video').boundingBox();
    const bottom = (picture?.y ?? 0) + (picture?.height ?? 0);
    expect(picture?.y).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThan(SMALL_PHONE.height);
    const line = await lines.last().boundingBox();
    expect(line?.y).toBeGreaterThan(bottom);
    await context.close();
  });

  it('is found by what is said in it, and begins at the line that was pressed', async () => {
    const [maker, appraiser] = await Promise.all([
      stage.site.signIn('content-staff'),
      stage.site.signIn('training-head'),
    ]);
    await issueMaterial({ maker, appraiser }, asset.assetId);
    const query = { q: 'dung ngay sinh' };
    const places = async () =>
      (await maker.ok(searchRoutes.searchMaterials, { query })).materials.flatMap(({ spoken }) => spoken);
    await eventually(places).not.toEqual([]);
    const { page, context, faults } = await stage.open({ viewport: DESK });
    await page.goto(`/thu-vien?tim=${query.q}`);
    await page.getByRole('link', { name: new RegExp(SAID[3] ?? '') }).click();
    await page.waitForURL((url) => url.searchParams.get('giay') === '6');
    await page.getByRole('button', { name: /^Phát/ }).click();
    await eventually(() => inVideo<number>(page, 'video?.currentTime ?? 0')).toBeGreaterThan(6.1);
    expect(await inVideo<number>(page, 'video.played.start(0)')).toBeGreaterThan(5.9);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is steered by the keyboard alone, and shows on its bar what comes', async () => {
    const { page, context, faults, strangers } = await watch();
    const press = (key: string) => page.keyboard.press(key);
    const time = () => inVideo<number>(page, 'video.currentTime');
    const isPaused = () => inVideo<boolean>(page, 'video.paused');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe(t.pause);
    await press('Space');
    await eventually(isPaused).toBe(true);
    await press('5');
    await eventually(time).toBeCloseTo(LECTURE_SECONDS / 2, 1);
    await press('ArrowLeft');
    await eventually(time).toBe(0);
    await press('ArrowRight');
    await eventually(time).toBeGreaterThan(LECTURE_SECONDS - 0.2);
    await press('c');
    const showing = () =>
      inVideo<number>(page, "[...video.textTracks].filter(({ mode }) => mode === 'showing').length");
    await eventually(showing).toBe(0);
    await press('c');
    await eventually(showing).toBe(1);
    await press('Shift+>');
    await eventually(() => inVideo<number>(page, 'video.playbackRate')).toBe(1.25);
    const bar = page.getByRole('slider', { name: t.seek });
    await bar.hover();
    await eventually(() => page.locator('.seek-thumb image').getAttribute('href')).toMatch(/sprite\.jpg$/);
    const place = await page.locator('.seek-thumb').getAttribute('viewBox');
    expect(place).toMatch(/^\d+ \d+ 160 90$/);
    await resizeTo(page, PHONE_ON_ITS_SIDE);
    await press('f');
    await page.waitForFunction('document.fullscreenElement !== null');
    const height = () => inVideo<number>(page, 'video.getBoundingClientRect().height');
    await eventually(height).toBeGreaterThan(0.7 * PHONE_ON_ITS_SIDE.height);
    expect({ faults, strangers }).toEqual({ faults: [], strangers: [] });
    await context.close();
  });

  it.each([false, true])('speaks of keys only where there may be some, on a phone: %s', async (isPhone) => {
    const { page, context } = await watch({ viewport: SMALL_PHONE, isMobile: isPhone, hasTouch: isPhone });
    await page.getByRole('button', { name: t.settings }).click();
    await page.getByRole('group', { name: t.speed }).waitFor();
    expect(await page.getByText(t.keys).isVisible()).toBe(!isPhone);
    await context.close();
  });

  it('says what happened and what to press when the line is gone, and goes on from there', async () => {
    // In one file: of a playlist this short all would be here before the line is gone.
    const visit = await watch({ quality: 'whole' });
    const { page, context } = visit;
    await page.route('**/media/**', (route) => route.abort());
    await context.setOffline(true);
    await page.getByRole('button', { name: t.settings }).click();
    await choose(page, new RegExp(t.qualities.saver));
    const notice = page.getByRole('alert').filter({ hasText: t.faults.offline });
    await notice.waitFor();
    await page.unroute('**/media/**');
    await context.setOffline(false);
    await notice.getByRole('button', { name: t.goOn }).click();
    await eventually(() => inVideo<number>(page, 'video.readyState')).toBeGreaterThan(1);
    await notice.waitFor({ state: 'detached' });
    await context.close();
  });

  it('asks for a new pass when the edge refuses the one it has, and plays on without a word', async () => {
    const visit = await stage.openAs('content-staff', { viewport: DESK });
    const { page, context } = visit;
    await page.goto(`/tai-len/${asset.assetId}`);
    await shown(visit);
    const [passes, refused]: [string[], string[]] = [[], []];
    page.on('request', (request) => {
      const isPass = request.method() === 'POST' && request.url().endsWith('/pass');
      if (isPass && refused.length > 0) passes.push(request.url());
    });
    // As after a night in a pocket: every file is refused until there is a pass of this morning.
    await page.route('**/media/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (passes.length > 0 || !pathname.startsWith('/media/')) return route.fallback();
      refused.push(pathname);
      return route.fulfill({ status: 403, body: '' });
    });
    await page.getByRole('button', { name: /^Phát .*có phụ đề/ }).click();
    await eventually(() => inVideo<number>(page, 'video?.currentTime ?? 0')).toBeGreaterThan(0.5);
    expect(refused.length).toBeGreaterThan(0);
    expect(passes).toHaveLength(1);
    expect(await page.getByRole('alert').count()).toBe(0);
    await context.close();
  });
});

/** A file as other programs write it, with two places that nobody can read. */
const SRT = `1
00:00:00,000 --> 00:00:02,000
Bonjour

2
00:00:03,000 --> 00:00:02,000
à l’envers

3
00:00:02,000 --> 00:00:02,500
Des mots de passe longs, très longs

sans temps
`;

/** How much of the wave's picture is dark, as the sound is drawn and nothing else; a line alone is a hundredth. */
const WAVE_SHARE = `(() => {
  const { width, height } = document.querySelector('.caption-wave');
  const pen = document.querySelector('.caption-wave').getContext('2d');
  const dots = pen.getImageData(0, 0, width, height).data;
  const isDark = (_, at) => at % 4 === 0 && dots[at] < 128 && dots[at + 3] > 128;
  return dots.filter(isDark).length / (width * height);
})()`;

describe('the editor of captions', () => {
  it('takes a file, names its faults by line, is worked by keys, and keeps what was not saved', async () => {
    const { page, context, faults } = await stage.openAs('content-staff', { viewport: DESK });
    await page.goto(`/tai-len/${asset.assetId}/phu-de`);
    await page.getByRole('list', { name: words.list }).waitFor();
    await eventually(() => inVideo<number>(page, 'video?.readyState ?? 0')).toBeGreaterThan(1);
    await page.getByLabel(words.languageLabel).selectOption('fr');
    await page.getByText(words.empty).waitFor();
    const file = { name: 'fr.srt', mimeType: 'application/x-subrip', buffer: Buffer.from(SRT) };
    await page.getByLabel(words.importSaid).setInputFiles(file);
    await page.getByText(words.importFault(6, words.readingFaults.backwards)).waitFor();
    await page.getByText(words.importFault(13, words.readingFaults.stray)).waitFor();
    const rows = page.getByRole('list', { name: words.list }).locator(':scope > li');
    expect(await rows.count()).toBe(2);
    await page.getByText(/^Quá nhanh: 70 ký tự/).waitFor();
    await page.getByText(words.states.changed).waitFor();

    await page.getByRole('textbox', { name: words.text }).click();
    await inVideo(page, '(video.currentTime = 6, undefined)');
    await page.keyboard.press('Alt+n');
    await eventually(() => rows.count()).toBe(3);
    await page.getByRole('textbox', { name: words.text }).fill('Au revoir les amis');
    await page.keyboard.press('Alt+.');
    await eventually(() => page.getByLabel(words.from).inputValue()).toBe('00:06.100');
    await page.keyboard.press('Alt+Enter');
    await eventually(() => rows.count()).toBe(4);
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+j');
    await eventually(() => rows.count()).toBe(3);
    await page.getByRole('button', { name: words.tools.remove }).click();
    await eventually(() => rows.count()).toBe(2);
    await page.keyboard.press('Alt+z');
    await eventually(() => rows.count()).toBe(3);
    expect(await accessibilityFaults(page)).toEqual([]);
    await resizeTo(page, SMALL_PHONE);
    expect(await shapeFaults(page)).toEqual([]);
    await resizeTo(page, DESK);

    await eventually(() => page.evaluate<string>('JSON.stringify(localStorage)')).toContain('Au revoir');
    await page.reload();
    await page.getByLabel(words.languageLabel).selectOption('fr');
    await eventually(() => rows.count()).toBe(3);
    await page.getByRole('button', { name: words.save }).click();
    await page.getByText(words.states.draft).waitFor();

    // What is typed while the saving is on its way is not taken for saved.
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/v1/media/*/captions/fr', async (route) => {
      await held;
      await route.fallback();
    });
    const said = page.getByRole('textbox', { name: words.text });
    await said.fill('Salut');
    await page.keyboard.press('Alt+s');
    await said.fill('Salut les amis');
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    release();
    await saved;
    await page.unroute('**/v1/media/*/captions/fr');
    await page.getByText(words.states.changed).waitFor();
    // Lines that have their times alone are kept as well.
    await page.keyboard.press('Alt+n');
    await eventually(() => rows.count()).toBe(4);
    await page.reload();
    await page.getByLabel(words.languageLabel).selectOption('fr');
    await eventually(() => rows.count()).toBe(4);
    expect(await said.inputValue()).toBe('Salut les amis');

    // A wrong file asks first, and what was saved can be had again.
    await page.getByLabel(words.importSaid).setInputFiles(file);
    await page.getByRole('button', { name: words.takeFile }).click();
    await eventually(() => rows.count()).toBe(2);
    await page.getByRole('button', { name: words.discard }).click();
    await page.getByRole('button', { name: words.discardYes }).click();
    await eventually(() => rows.count()).toBe(3);
    expect(await said.inputValue()).toBe('Salut');
    await page.getByText(words.states.draft).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is at work in one tab alone: another one waits, and goes on with its lines', async () => {
    const { page, context } = await stage.openAs('content-staff', { viewport: DESK });
    const address = `/tai-len/${asset.assetId}/phu-de`;
    await page.goto(address);
    await page.getByLabel(words.languageLabel).selectOption('ko');
    await resizeTo(page, SMALL_PHONE);
    await page.getByRole('button', { name: words.tools.add }).click();
    await eventually(() => focusedName(page)).toBe(words.text);
    expect(await isFocusHidden(page)).toBe(false);
    await page.keyboard.type('Annyeong');
    const second = await context.newPage();
    await second.goto(address);
    await second.getByLabel(words.languageLabel).selectOption('ko');
    await second.getByText(words.elsewhere).waitFor();
    expect(await accessibilityFaults(second)).toEqual([]);
    await page.getByRole('button', { name: words.save }).click();
    await page.getByText(words.states.draft).waitFor();
    await page.close();
    await eventually(() => second.getByRole('textbox', { name: words.text }).inputValue()).toBe('Annyeong');
    await second.getByText(words.states.draft).waitFor();
    await context.close();
  });

  it('shows the sound as a wave, and goes where it is pressed', async () => {
    const { page, context, faults } = await stage.openAs('content-staff', { viewport: DESK });
    await page.goto(`/tai-len/${asset.assetId}/phu-de`);
    const wave = page.getByRole('img', { name: words.wave });
    await eventually(() => inVideo<number>(page, 'video?.readyState ?? 0')).toBeGreaterThan(1);
    await eventually(() => page.evaluate<number>(WAVE_SHARE)).toBeGreaterThan(0.02);
    const { width } = (await wave.boundingBox()) ?? { width: 0 };
    await wave.click({ position: { x: width / 2, y: 10 } });
    await eventually(() => inVideo<number>(page, 'video.currentTime')).toBeCloseTo(5, 0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('writes over nobody: who comes second keeps the own lines and opens the newer ones', async () => {
    const { page, context } = await stage.openAs('content-staff', { viewport: DESK });
    const colleague = await stage.site.signIn('training-head');
    const params = { assetId: asset.assetId, language: 'vi' as const };
    await page.goto(`/tai-len/${asset.assetId}/phu-de`);
    await page.getByRole('textbox', { name: words.text }).fill('Kính chào');
    const { version } = await colleague.ok(captionRoutes.getCaptions, { params });
    const text = CAPTIONS.replace(SAID[0] ?? '', 'Chào cả nhà');
    await colleague.ok(captionRoutes.saveCaptions, { params, body: { version, text } });
    await page.getByRole('button', { name: words.save }).click();
    await page.getByText(words.behind).waitFor();
    expect(await page.getByRole('textbox', { name: words.text }).inputValue()).toBe('Kính chào');
    await page.getByRole('button', { name: words.openNewer }).click();
    await eventually(() => page.getByRole('textbox', { name: words.text }).inputValue()).toBe('Chào cả nhà');
    await page.getByText(words.states.older).waitFor();
    await page.getByRole('button', { name: words.publish }).click();
    await page.getByText(words.states.shown).waitFor();
    await context.close();
  });
});
