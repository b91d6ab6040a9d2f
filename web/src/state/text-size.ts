import { device } from './storage.ts';
import { createStore } from './store.ts';

/** Body text of 18, 21 or 25 px. */
export const SIZES = ['1', '2', '3'] as const;
export type TextSize = (typeof SIZES)[number];

const SIZE_KEY = 'hvs.text-size';

const isSize = (text: string | undefined): text is TextSize => SIZES.includes(text as TextSize);

const stored = device.read(SIZE_KEY);
export const textSize = createStore<TextSize>(isSize(stored) ? stored : '1');

/** Puts the chosen size on the page; call once at the start and after every change. */
export const showTextSize = (): void => {
  document.documentElement.dataset.size = textSize.get();
};

/** The next larger size; the smallest follows the largest. */
export const nextTextSize = (): void => {
  const next = SIZES[(SIZES.indexOf(textSize.get()) + 1) % SIZES.length] ?? '1';
  device.write(SIZE_KEY, next);
  textSize.set(next);
  showTextSize();
};
