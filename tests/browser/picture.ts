import fs from 'node:fs';
import path from 'node:path';
import { startChromium } from '../support/chromium.ts';

/** Puts four of the pictures that shots.ts wrote side by side for the README. */
const root = path.resolve(import.meta.dirname, '../..');
const LARGEST_BYTES = 250 * 1024;
const PHONES = ['learner-home-360', 'course-360', 'quiz-question-360'];
const DESK = 'overview-1280';

const picture = (name: string): string =>
  `data:image/png;base64,${fs.readFileSync(path.join(root, 'shots', `${name}.png`)).toString('base64')}`;

const sheet = `<!doctype html><style>
  body { margin: 0; padding: 28px; display: flex; gap: 22px; background: #e9dfc4; width: max-content; }
  div { background: top / 100% no-repeat; border: 5px solid #1f2a2e; box-sizing: border-box; }
  .phone { width: 224px; height: 448px; border-radius: 24px; }
  .desk { width: 720px; height: 448px; border-radius: 10px; }
</style>
${PHONES.map((name) => `<div class="phone" style="background-image:url(${picture(name)})"></div>`).join('')}
<div class="desk" style="background-image:url(${picture(DESK)})"></div>`;

const browser = await startChromium();
try {
  const page = await browser.newPage();
  await page.setContent(sheet);
  const taken = await page.locator('body').screenshot({ type: 'png' });
  if (taken.length > LARGEST_BYTES)
    throw new Error(`The picture has ${taken.length} bytes: make it smaller.`);
  fs.writeFileSync(path.join(root, 'docs/pictures/overview.png'), taken);
} finally {
  await browser.close();
}
