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

/** As the line allows. */
export const AUTO = 'auto';

/** What is played: one file, or a playlist, of which one rendition alone when it is named. */
export type Source = {
  readonly address: string;
  /** It lies on the device. */
  readonly isKept?: true;
} & ({ readonly kind: 'file' } | { readonly kind: 'list'; readonly rendition?: string });

/**
 * Where a recording is played from for a choice of the viewer's. Short ones have one file, which starts sooner on a slow
 * line than a playlist (measured: 5 s against 9 on slow 3G), so it is what plays unless another size is asked for.
 */
export const sourceOf = ({ playlist, mp4 }: Playable, choice: string): Source | undefined => {
  if (choice === AUTO && mp4) return { kind: 'file', address: mp4.path };
  if (!playlist) return undefined;
  if (isSoundAlone(choice)) return { kind: 'list', address: downloadedSource(playlist, choice) };
  return { kind: 'list', address: playlist, ...(choice !== AUTO && { rendition: choice }) };
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
  const auto: Quality = { choice: AUTO, ...(mp4 && { bytes: mp4.bytes }) };
  return [...(saver ? [named(saver)] : []), auto, ...larger.map(named), ...(sound ? [named(sound)] : [])];
};

/** The quality to begin with: what was chosen before if this recording has it, the smallest where data are saved. */
export const firstChoice = (
  qualities: readonly Quality[],
  before: string | undefined,
  savesData: boolean,
): string => {
  if (qualities.some(({ choice }) => choice === before)) return before ?? AUTO;
  const [smallest] = qualities;
  return savesData && smallest ? smallest.choice : AUTO;
};
