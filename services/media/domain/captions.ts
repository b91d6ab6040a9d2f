import { createHash } from 'node:crypto';

/** A track as it is worked on; viewers see nothing of it until it is published. */
export interface CaptionDraft {
  readonly assetId: string;
  /** BCP 47. */
  readonly language: string;
  /** Grows by one with every saving: who saves names the version that was worked on. */
  readonly version: number;
  /** How many captions the text holds. */
  readonly cues: number;
  /** WebVTT. */
  readonly text: string;
  readonly savedAt: string;
  readonly savedBy: string;
}

/** A track that viewers can choose. */
export interface PublishedTrack {
  readonly language: string;
  /** Of the draft that it was made from. */
  readonly version: number;
  readonly cues: number;
  /** The WebVTT file on the site. */
  readonly path: string;
  readonly at: string;
}

/** All tracks of a recording that viewers can choose, and the master playlist that names them. */
export interface CaptionSet {
  readonly assetId: string;
  /** Grows by one with every change. */
  readonly version: number;
  /** Path on the site of the master that the recording was published with; while it is another, `master` is of no use. */
  readonly base: string;
  /** Path on the site; the base itself when there are no tracks. */
  readonly master: string;
  /** In the order of their languages. */
  readonly tracks: readonly PublishedTrack[];
}

/** So many signs of a hash tell two texts of one recording apart. */
const HASH_SIGNS = 16;
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, HASH_SIGNS);

/** Path on the site of a track's text: what a name holds never changes. */
export const captionPath = (assetId: string, language: string, text: string): string =>
  `/media/${assetId}/captions/${language}-${hashOf(text)}.vtt`;

/** Path of the playlist beside a track's text that players of HLS read it by. */
export const captionListPath = (path: string): string => path.replace(/\.vtt$/, '.m3u8');

/**
 * The playlist of a track: one segment that is the whole file, as RFC 8216 (3.5, 4.3.4.1) allows. A lecture's text is
 * smaller than four seconds of its picture, so cutting it would only add requests. Without X-TIMESTAMP-MAP its times
 * are those of the picture, which begins at zero.
 */
export const captionPlaylist = (path: string, durationSeconds: number): string =>
  [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.max(1, Math.ceil(durationSeconds))}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXTINF:${durationSeconds.toFixed(3)},`,
    path.slice(path.lastIndexOf('/') + 1),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n');

const GROUP = 'captions';

const trackLine = ({ language, path }: PublishedTrack, label: string): string => {
  const list = captionListPath(path);
  const attributes = [
    'TYPE=SUBTITLES',
    `GROUP-ID="${GROUP}"`,
    `NAME="${label}"`,
    `LANGUAGE="${language}"`,
    'DEFAULT=NO',
    'AUTOSELECT=YES',
    'FORCED=NO',
    // Beside the plan's folder, in which the master lies.
    `URI="../captions/${list.slice(list.lastIndexOf('/') + 1)}"`,
  ];
  return `#EXT-X-MEDIA:${attributes.join(',')}`;
};

/** The master playlist that names the tracks too: the one of the recording, which names none, with a line for each. */
export function masterWithCaptions(
  base: string,
  tracks: readonly PublishedTrack[],
  labelOf: (language: string) => string,
): string {
  if (tracks.length === 0) return base;
  const named = tracks.map((track) => trackLine(track, labelOf(track.language)));
  const lines = base
    .split('\n')
    .map((line) => (line.startsWith('#EXT-X-STREAM-INF:') ? `${line},SUBTITLES="${GROUP}"` : line));
  const first = lines.findIndex((line) => line.startsWith('#EXT-X-STREAM-INF:'));
  return [...lines.slice(0, first), ...named, ...lines.slice(first)].join('\n');
}

/** Path on the site of a master with tracks, beside the one without. */
export const masterPath = (base: string, text: string): string =>
  `${base.slice(0, base.lastIndexOf('/'))}/master-${hashOf(text)}.m3u8`;

/** The tracks with one put in the place of another of its language. */
export const withTrack = (tracks: readonly PublishedTrack[], track: PublishedTrack): PublishedTrack[] =>
  [...withoutTrack(tracks, track.language), track].toSorted((a, b) => (a.language < b.language ? -1 : 1));

export const withoutTrack = (tracks: readonly PublishedTrack[], language: string): PublishedTrack[] =>
  tracks.filter((track) => track.language !== language);
