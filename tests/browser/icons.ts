import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startChromium } from '../support/chromium.ts';

/**
 * Draws the icons of the installed site from its mark into web/public/icons: `node tests/browser/icons.ts`, after the
 * mark has changed. The pictures are kept in the repository, so that a build needs no browser.
 */
const web = path.resolve(import.meta.dirname, '../../web/public');
/** The mark's own ground goes on to the edge. */
const INDIGO = '#17496b';

/** `share` of the side is the mark: of a maskable icon only the circle of four fifths is sure to be seen (W3C manifest). */
const ICONS = [
  { name: 'icon-192.png', side: 192, share: 1 },
  { name: 'icon-512.png', side: 512, share: 1 },
  { name: 'icon-maskable-512.png', side: 512, share: 0.8 },
  { name: 'apple-touch-icon.png', side: 180, share: 0.9 },
] as const;

const mark = readFileSync(path.join(web, 'logo.svg')).toString('base64');
const browser = await startChromium();
mkdirSync(path.join(web, 'icons'), { recursive: true });
for (const { name, side, share } of ICONS) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const background = share === 1 ? 'transparent' : INDIGO;
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${background}}</style>
     <img width="${side * share}" height="${side * share}" src="data:image/svg+xml;base64,${mark}">`,
  );
  await page.locator('img').evaluate('(image) => image.decode()');
  writeFileSync(path.join(web, 'icons', name), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
