import type { FrameRate } from './frame-rate.ts';
import type { Rung } from './ladder.ts';

/** File names inside one rendition's folder. */
export const INIT_NAME = 'init.mp4';
export const segmentName = (index: number) => `seg${String(index).padStart(5, '0')}.m4s`;
export const PLAYLIST_NAME = 'index.m3u8';

/** The text of one rendition's HLS playlist (RFC 8216) from its segments' durations in seconds, in order. */
export function mediaPlaylist(durations: readonly number[]): string {
  const target = Math.max(1, Math.round(Math.max(0, ...durations)));
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${target}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MAP:URI="${INIT_NAME}"`,
    ...durations.flatMap((seconds, index) => [`#EXTINF:${seconds.toFixed(6)},`, segmentName(index)]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n');
}

/** What the master playlist says about any rendition; rates in bits per second, measured from its segments. */
interface TrackRates {
  readonly peakBitsPerSecond: number;
  readonly meanBitsPerSecond: number;
  /** RFC 6381 codec string, for example `avc1.64001f` or `mp4a.40.2`. */
  readonly codec: string;
}

export interface VariantFacts extends TrackRates {
  readonly rung: Pick<Rung, 'name' | 'width' | 'height'>;
}

export interface SoundFacts extends TrackRates {
  readonly folder: string;
}

const MASTER_HEAD = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];

const AUDIO_GROUP = 'audio';

/** How the master playlist names the sound that is played with every picture. */
export interface AudioFacts extends TrackRates {
  readonly folder: string;
  readonly channels: number;
  /** A BCP 47 tag. */
  readonly language: string;
  /** Shown to viewers. */
  readonly name: string;
}

const audioMedia = ({ language, name, channels, folder }: AudioFacts) =>
  `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="${AUDIO_GROUP}",NAME="${name}",LANGUAGE="${language}",DEFAULT=YES,` +
  `AUTOSELECT=YES,CHANNELS="${channels}",URI="${folder}/${PLAYLIST_NAME}"`;

const streamInf = (folder: string, attributes: readonly string[]) => [
  `#EXT-X-STREAM-INF:${attributes.join(',')}`,
  `${folder}/${PLAYLIST_NAME}`,
];

const rates = (track: TrackRates, sound?: TrackRates) => [
  `BANDWIDTH=${Math.ceil(track.peakBitsPerSecond + (sound?.peakBitsPerSecond ?? 0))}`,
  `AVERAGE-BANDWIDTH=${Math.ceil(track.meanBitsPerSecond + (sound?.meanBitsPerSecond ?? 0))}`,
];

const pictureVariant = (variant: VariantFacts, fps: FrameRate, audio: AudioFacts | undefined) =>
  streamInf(variant.rung.name, [
    ...rates(variant, audio),
    `CODECS="${[variant.codec, ...(audio ? [audio.codec] : [])].join(',')}"`,
    `RESOLUTION=${variant.rung.width}x${variant.rung.height}`,
    `FRAME-RATE=${(fps.numerator / fps.denominator).toFixed(3)}`,
    ...(audio ? [`AUDIO="${AUDIO_GROUP}"`] : []),
  ]);

const soundVariant = (sound: SoundFacts) =>
  streamInf(sound.folder, [...rates(sound), `CODECS="${sound.codec}"`]);

const byRate = (a: TrackRates, b: TrackRates) => a.peakBitsPerSecond - b.peakBitsPerSecond;

/**
 * The text of the master playlist of a lecture with pictures. Variants are listed from the lowest rate up: a player
 * starts with the first, and most viewers are on a phone. The sound alone stands last, where no player starts.
 */
export function masterPlaylist(
  variants: readonly VariantFacts[],
  fps: FrameRate,
  audio?: AudioFacts,
  soundAlone?: SoundFacts,
): string {
  return [
    ...MASTER_HEAD,
    ...(audio ? [audioMedia(audio)] : []),
    ...variants.toSorted(byRate).flatMap((variant) => pictureVariant(variant, fps, audio)),
    ...(soundAlone ? soundVariant(soundAlone) : []),
    '',
  ].join('\n');
}

/** The text of the master playlist of a lesson to listen to, the best sound first: even a slow line carries it. */
export const soundMasterPlaylist = (sounds: readonly SoundFacts[]): string =>
  [...MASTER_HEAD, ...sounds.toSorted(byRate).reverse().flatMap(soundVariant), ''].join('\n');
