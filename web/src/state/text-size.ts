import { device } from './storage.ts';
import { createStore } from './store.ts';

/** Body text of 18, 21 or 25 px; the style sheet holds the sizes. */
export const TEXT_SIZES = ['1', '2', '3'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const SIZE_KEY = 'hvs.text-size';

const isSize = (text: string | undefined): text is TextSize => TEXT_SIZES.includes(text as TextSize);

/** The size the page is drawn in. */
export const textSize = createStore<TextSize>('1');

const show = (size: TextSize): void => {
  document.documentElement.dataset.size = size;
  textSize.set(size);
};

/** Puts the size chosen on this device on the page. */
export const startTextSize = (): void => {
  const stored = device.read(SIZE_KEY);
  show(isSize(stored) ? stored : '1');
};

/** Changes the size and keeps it. Works also where the device keeps nothing. */
export const chooseTextSize = (size: TextSize): void => {
  device.write(SIZE_KEY, size);
  show(size);
};
