import { device } from './storage.ts';
import { createStore } from './store.ts';

/** How far colours stand apart; the tokens hold both sets. */
const CONTRASTS = ['normal', 'more'] as const;
export type Contrast = (typeof CONTRASTS)[number];

const CONTRAST_KEY = 'hvs.contrast';

const isContrast = (text: string | undefined): text is Contrast => CONTRASTS.includes(text as Contrast);

/** The contrast the page is drawn in. */
export const contrast = createStore<Contrast>('normal');

const show = (wanted: Contrast): void => {
  document.documentElement.dataset.contrast = wanted;
  contrast.set(wanted);
};

/** Follows what was chosen on this device, or else what its settings ask of all sites, also when they change. */
export const startContrast = (): void => {
  const asked = matchMedia('(prefers-contrast: more)');
  const follow = (): void => {
    const stored = device.read(CONTRAST_KEY);
    show(isContrast(stored) ? stored : asked.matches ? 'more' : 'normal');
  };
  follow();
  asked.addEventListener('change', follow);
};

/** Changes the contrast and keeps it. Works also where the device keeps nothing. */
export const chooseContrast = (wanted: Contrast): void => {
  device.write(CONTRAST_KEY, wanted);
  show(wanted);
};
