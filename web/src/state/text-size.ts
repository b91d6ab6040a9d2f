import { device } from './storage.ts';

/** Body text of 18, 21 or 25 px; the style sheet holds the sizes. */
const SIZES = ['1', '2', '3'] as const;
type TextSize = (typeof SIZES)[number];

const SIZE_KEY = 'hvs.text-size';

const isSize = (text: string | undefined): text is TextSize => SIZES.includes(text as TextSize);

const chosenSize = (): TextSize => {
  const stored = device.read(SIZE_KEY);
  return isSize(stored) ? stored : '1';
};

/** Puts the size chosen on this device on the page. */
export const showTextSize = (size: TextSize = chosenSize()): void => {
  document.documentElement.dataset.size = size;
};

/** The next larger size; the smallest follows the largest. Works also where the device keeps nothing. */
export const nextTextSize = (): void => {
  const { size } = document.documentElement.dataset;
  const shown = isSize(size) ? size : '1';
  const next = SIZES[(SIZES.indexOf(shown) + 1) % SIZES.length] ?? '1';
  device.write(SIZE_KEY, next);
  showTextSize(next);
};
