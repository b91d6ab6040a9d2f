import { device, readJson } from '../state/storage.ts';
import type { Captions } from './source.ts';

export const CAPTION_SIZES = ['small', 'middle', 'large'] as const;
export type CaptionSize = (typeof CAPTION_SIZES)[number];

/** What a viewer chose last on this device, for every recording. */
export type Preferences = {
  readonly quality?: string;
  readonly speed?: number;
  /** A language, or `off`. */
  readonly captions?: string;
  readonly size?: CaptionSize;
};

const KEY = 'hvs.player';

export const preferences = (): Preferences => readJson<Preferences>(device, KEY) ?? {};

export const prefer = (chosen: Preferences): void =>
  void device.write(KEY, JSON.stringify({ ...preferences(), ...chosen }));

/**
 * The captions to begin with: those chosen before, none where none were wanted, otherwise those in the language of the
 * page. Most watch in a room with others, or hear less well than they did.
 */
export const firstCaptions = (
  captions: readonly Pick<Captions, 'language'>[],
  before: string | undefined,
  page: string,
): string | undefined => {
  if (before === 'off') return undefined;
  const has = (language: string | undefined) => captions.find((one) => one.language === language)?.language;
  return has(before) ?? has(page) ?? has('vi') ?? captions[0]?.language;
};
