import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { inlineParts } from '../../web/shells/inline-parts.ts';
import { type Site, startSite } from '../support/browser-site.ts';
import { type Stop, TOUR } from '../support/browser-tour.ts';
import { openVisit, type SignedIn, shown, signInAs, signInOf, type Visit } from '../support/browser-visit.ts';
import { startChromium } from '../support/chromium.ts';
import { bestSpeed, measureColdLoad, type Speed } from '../support/page-speed.ts';
import { prepareTour } from '../support/tour-places.ts';
import { printTable } from './figures.ts';

const ROUNDS = 3;
/** What learners open most, and the heaviest page of a desk. */
const PAGES = ['guest-home', 'guest-course', 'lesson', 'learner-home', 'courses', 'quiz', 'overview'];

/** Serves one document on this machine, compressed: the words a page shows, in its frame, and no script at all. */
async function serveWords(words: string) {
  const text = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').split('\n').join('</p><p>');
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><style>${inlineParts().style}</style><main tabindex="-1"><h1>x</h1><p>${text}</p></main></html>`;
  const body = await promisify(gzip)(html);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

const wordsOf = async (visit: Visit, path: string): Promise<string> => {
  await visit.page.goto(path);
  await shown(visit);
  return visit.page.evaluate<string>('document.body.innerText');
};

/** Both in turn, so that both meet the same noise of the machine. */
async function compare(browser: Browser, site: Site, path: string, words: string, who?: SignedIn) {
  const plain = await serveWords(words);
  const samples: { page: Speed; plain: Speed }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    samples.push({
      page: await measureColdLoad(browser, site.cloud.address + path, who),
      plain: await measureColdLoad(browser, plain.address),
    });
  plain.stop();
  return {
    page: bestSpeed(samples.map(({ page }) => page)),
    plain: bestSpeed(samples.map(({ plain }) => plain)),
  };
}

const whole = Math.round;

const row = (name: string, { page, plain }: { page: Speed; plain: Speed }) => [
  name,
  page.scriptKb,
  page.allKb,
  whole(page.firstPaint),
  whole(page.largestPaint),
  whole(page.usable),
  page.shift.toFixed(3),
  plain.allKb,
  whole(plain.largestPaint),
];

/** The first visit to a page on slow 4G with a processor six times slower, beside a plain document with the same words. */
export async function benchPages(): Promise<void> {
  const [browser, site] = await Promise.all([startChromium(), startSite()]);
  try {
    const places = await prepareTour(site);
    const rows = [];
    for (const stop of PAGES.map((name) => TOUR.find((one) => one.name === name) as Stop)) {
      const visit = await openVisit(browser, site.cloud.address);
      if (stop.role) await signInAs(visit, stop.role);
      const who = stop.role && (await signInOf(visit.page));
      const words = await wordsOf(visit, stop.path(places));
      await visit.context.close();
      rows.push(row(stop.name, await compare(browser, site, stop.path(places), words, who)));
    }
    const columns = ['page', 'script, KB', 'all, KB', 'first paint, ms', 'largest paint, ms', 'usable, ms'];
    printTable(
      'Pages',
      [...columns, 'layout shift', 'plain document, KB', 'plain document, largest paint, ms'],
      rows,
    );
  } finally {
    await browser.close();
    await site.stop();
  }
}
