import { tab } from '../state/storage.ts';

const TOUCH_KEY = 'hvs.touch';
const TOUCH = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Takes the touch of a tracked link out of an address. Returns the address without it, and the touch if it is one. */
export const splitTouch = (address: string): { readonly address: string; readonly touchId?: string } => {
  const url = new URL(address, 'https://site.invalid');
  const touchId = url.searchParams.get('touch') ?? '';
  url.searchParams.delete('touch');
  const rest = `${url.pathname}${url.search}${url.hash}`;
  return TOUCH.test(touchId) ? { address: rest, touchId } : { address: rest };
};

/** Remembers the touch the visitor came by for this tab, and shows the address without it. */
export const keepTouch = (): void => {
  const { address, touchId } = splitTouch(location.pathname + location.search + location.hash);
  if (touchId) tab.write(TOUCH_KEY, touchId);
  if (location.search.includes('touch=')) history.replaceState(null, '', address);
};

/** The touch to send with an enrolment. */
export const keptTouch = (): string | undefined => tab.read(TOUCH_KEY);
/** One visit leads to one enrolment: forget the touch once it was sent. */
export const dropTouch = (): void => tab.remove(TOUCH_KEY);
