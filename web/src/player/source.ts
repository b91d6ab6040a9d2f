import type { BodyOf } from '../api/types.ts';
import { downloadedSource, isSoundAlone } from '../downloads/playlist.ts';

type Asset = BodyOf<'listCourseMedia'>['media'][number];
export type Captions = NonNullable<Asset['captions']>[number];
export type Rendition = Asset['renditions'][number];

/** A recording as pages give it to the player: what is not known of it is left out. */
export type Playable = Pick<Asset, 'title'> &
  Partial<
    Pick<
      Asset,
      | 'assetId'
      | 'kind'
      | 'durationMs'
      | 'playlist'
      | 'poster'
      | 'mp4'
      | 'storyboard'
      | 'captions'
      | 'renditions'
    >
  >;

/** As the line allows: the player goes from size to size by what it measures. */
export const AUTO = 'auto';
/** The one file of a short recording, which has one size. */
export const WHOLE = 'whole';

/** What is played: one file, or a playlist, of which one rendition alone when it is named. */
export type Source = {
  readonly address: string;
  /** It lies on the device. */
  readonly isKept?: true;
} & ({ readonly kind: 'file' } | { readonly kind: 'list'; readonly rendition?: string });

/** Where a recording is played from for a choice of the viewer's; what has no one file is played from its playlist. */
export const sourceOf = ({ playlist, mp4 }: Playable, choice: string): Source | undefined => {
  if (mp4 && (choice === WHOLE || !playlist)) return { kind: 'file', address: mp4.path };
  if (!playlist) return undefined;
  if (isSoundAlone(choice)) return { kind: 'list', address: downloadedSource(playlist, choice) };
  const isAnySize = choice === AUTO || choice === WHOLE;
  return { kind: 'list', address: playlist, ...(!isAnySize && { rendition: choice }) };
};

export type Quality = { readonly choice: string; readonly height?: number; readonly bytes?: number };

/**
 * What a viewer can choose from, the smallest picture first: most pay for what they fetch. A browser that plays lists by
 * itself (`choosesParts` false) chooses the picture itself too.
 */
export const qualitiesOf = (
  { renditions = [], mp4 }: Playable,
  choosesParts: boolean,
): readonly Quality[] => {
  const pictures = choosesParts ? renditions.filter(({ height }) => height !== undefined) : [];
  const [saver, ...larger] = pictures.toSorted((a, b) => (a.height ?? 0) - (b.height ?? 0));
  const [sound] = renditions.filter(({ name }) => isSoundAlone(name)).toSorted((a, b) => a.bytes - b.bytes);
  const named = ({ name, height, bytes }: Rendition): Quality => ({
    choice: name,
    bytes,
    ...(height !== undefined && { height }),
  });
  return [
    ...(saver ? [named(saver)] : []),
    ...(mp4 ? [{ choice: WHOLE, bytes: mp4.bytes }] : []),
    { choice: AUTO },
    ...larger.map(named),
    ...(sound ? [named(sound)] : []),
  ];
};

/** What the browser knows of the device and its line before anything was fetched. */
export type Conditions = {
  readonly savesData: boolean;
  /** The short side of the whole screen, in CSS pixels. */
  readonly shortSide: number;
  /** As the Network Information API calls it; absent where there is none. */
  readonly line?: string | undefined;
};

/** A phone's screen, on which nobody sees what more than the 480 lines of the one file would show. */
const SMALL_SCREEN = 600;
const SLOW_LINES: readonly (string | undefined)[] = ['slow-2g', '2g', '3g'];

/**
 * The quality to begin with: what was chosen before if this recording has it, the smallest where data are saved. A phone
 * and a slow line begin with the one file, which starts sooner than a playlist (measured: 5 s against 9 on slow 3G).
 */
export const firstChoice = (
  qualities: readonly Quality[],
  before: string | undefined,
  { savesData, shortSide, line }: Conditions,
): string => {
  const has = (wanted: string | undefined) => qualities.some(({ choice }) => choice === wanted);
  if (before !== undefined && has(before)) return before;
  const [smallest] = qualities;
  if (savesData && smallest) return smallest.choice;
  const isFileEnough = shortSide < SMALL_SCREEN || SLOW_LINES.includes(line);
  return isFileEnough && has(WHOLE) ? WHOLE : AUTO;
};
