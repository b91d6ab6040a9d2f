import type { FrameRate } from './frame-rate.ts';
import type { Rung } from './ladder.ts';

/** File names inside one rendition's folder. */
export const INIT_NAME = 'init.mp4';
export const segmentName = (index: number) => `seg${String(index).padStart(5, '0')}.m4s`;
export const AUDIO_FOLDER = 'audio';
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

/** What the master playlist says about one rendition; rates in bits per second, measured from its segments. */
export interface VariantFacts {
  readonly rung: Pick<Rung, 'name' | 'width' | 'height'>;
  readonly peakBitsPerSecond: number;
  readonly meanBitsPerSecond: number;
  /** RFC 6381 codec string of the picture, for example `avc1.64001f`. */
  readonly codec: string;
}

const AUDIO_GROUP = 'audio';
const AAC_LC = 'mp4a.40.2';

/** How the master playlist names the one audio rendition. `language` is a BCP 47 tag, `name` is shown to viewers. */
export interface AudioFacts {
  readonly bitsPerSecond: number;
  readonly language: string;
  readonly name: string;
}

const audioMedia = ({ language, name }: AudioFacts) =>
  `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="${AUDIO_GROUP}",NAME="${name}",LANGUAGE="${language}",DEFAULT=YES,` +
  `AUTOSELECT=YES,CHANNELS="1",URI="${AUDIO_FOLDER}/${PLAYLIST_NAME}"`;

function streamInf(variant: VariantFacts, fps: FrameRate, audio: AudioFacts | undefined): string {
  const extra = audio?.bitsPerSecond ?? 0;
  const attributes = [
    `BANDWIDTH=${Math.ceil(variant.peakBitsPerSecond + extra)}`,
    `AVERAGE-BANDWIDTH=${Math.ceil(variant.meanBitsPerSecond + extra)}`,
    `CODECS="${[variant.codec, ...(audio ? [AAC_LC] : [])].join(',')}"`,
    `RESOLUTION=${variant.rung.width}x${variant.rung.height}`,
    `FRAME-RATE=${(fps.numerator / fps.denominator).toFixed(3)}`,
    ...(audio ? [`AUDIO="${AUDIO_GROUP}"`] : []),
  ];
  return `#EXT-X-STREAM-INF:${attributes.join(',')}`;
}

/**
 * The text of the master playlist. Variants are listed from the lowest rate up: a player starts with the first,
 * and most viewers are on a phone.
 */
export function masterPlaylist(
  variants: readonly VariantFacts[],
  fps: FrameRate,
  audio?: AudioFacts,
): string {
  const rising = variants.toSorted((a, b) => a.peakBitsPerSecond - b.peakBitsPerSecond);
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...(audio ? [audioMedia(audio)] : []),
    ...rising.flatMap((variant) => [streamInf(variant, fps, audio), `${variant.rung.name}/${PLAYLIST_NAME}`]),
    '',
  ].join('\n');
}
