import type { Press } from './loop.ts';

const PRESSES: Readonly<Record<string, Press>> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  Enter: 'ok',
  Accept: 'ok',
  Select: 'ok',
  Escape: 'back',
  Backspace: 'back',
  GoBack: 'back',
  BrowserBack: 'back',
  MediaPlayPause: 'pause',
  MediaPlay: 'pause',
  MediaPause: 'pause',
};

/** Samsung (Tizen) and LG (webOS) remotes send their "back" as a number without a name. */
const BACK_CODES: readonly number[] = [10009, 461];

/** What a key of a remote or a keyboard means here; undefined for keys that mean nothing. */
export const pressOf = (event: Pick<KeyboardEvent, 'key' | 'keyCode'>): Press | undefined =>
  PRESSES[event.key] ?? (BACK_CODES.includes(event.keyCode) ? 'back' : undefined);
