import {
  accessibilityFaults,
  contrastFaults,
  drawWith,
  focusFaults,
  shapeFaults,
  untranslated,
  withSpacing,
} from './browser-look.ts';
import type { Stop } from './browser-tour.ts';
import { DESK, resizeTo, SMALL_PHONE, shown, type Visit } from './browser-visit.ts';
import type { Places } from './tour-places.ts';

/** Twice the size on a desk of 1280 by 800: half of it is left to draw in. */
const ZOOMED = { width: 640, height: 400 };

/** From this width on there are columns beside the menu. */
const SMALLEST_DESK = { width: 1024, height: 768 };

/** Everything that is wrong with the page as it stands. */
export const faultsOf = async ({ page }: Visit): Promise<string[]> => [
  ...(await shapeFaults(page)),
  ...(await accessibilityFaults(page)),
  ...(await untranslated(page)),
];

const at = (where: string, faults: readonly string[]): string[] =>
  faults.map((fault) => `${where}: ${fault}`);

/** On the smallest phone: in the largest letters, with Tab alone, in high contrast, and with letters set apart. */
async function lookOnPhone(visit: Visit): Promise<string[]> {
  const { page } = visit;
  await resizeTo(page, SMALL_PHONE);
  await drawWith(page, { size: '3' });
  const inLargest = [...(await faultsOf(visit)), ...(await focusFaults(page))];
  await drawWith(page, { contrast: 'more' });
  const inContrast = await contrastFaults(page);
  await drawWith(page, { size: '1', contrast: 'normal' });
  const spaced = await withSpacing(page, () => shapeFaults(page));
  return [
    ...at('320 px, largest letters', inLargest),
    ...at('high contrast', inContrast),
    ...at('320 px, letters apart', spaced),
  ];
}

/** On a desk, as it is, in the largest letters, also where it just has room for tables, and twice as large. */
async function lookOnDesk(visit: Visit): Promise<string[]> {
  const { page } = visit;
  await resizeTo(page, DESK);
  const usual = await faultsOf(visit);
  await drawWith(page, { size: '3' });
  const inLargest = await shapeFaults(page);
  await resizeTo(page, SMALLEST_DESK);
  const onSmallest = await shapeFaults(page);
  await drawWith(page, { size: '1' });
  await resizeTo(page, ZOOMED);
  return [
    ...at('1280 px', usual),
    ...at('1280 px, largest letters', inLargest),
    ...at('1024 px, largest letters', onSmallest),
    ...at('zoomed', await shapeFaults(page)),
  ];
}

/** Visits one stop, and says what is wrong with it in every width and look. */
export async function lookAt(visit: Visit, stop: Stop, places: Places): Promise<string[]> {
  const { page } = visit;
  await resizeTo(page, SMALL_PHONE);
  await page.goto(stop.path(places));
  await shown(visit);
  await stop.press?.(visit);
  await shown(visit);
  return [...(await lookOnPhone(visit)), ...(await lookOnDesk(visit))];
}
