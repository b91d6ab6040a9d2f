import type { Part } from './asset.ts';
import { framesToSeconds } from './frame-rate.ts';
import type { Rung } from './ladder.ts';
import type { TranscodePlan } from './plan.ts';
import { AUDIO_FOLDER, type AudioFacts, masterPlaylist, mediaPlaylist, PLAYLIST_NAME } from './playlists.ts';
import { partsOfPlan } from './work.ts';

export const MASTER_NAME = 'master.m3u8';
export const POSTER_NAME = 'poster.jpg';

/** What encoding one part told about one rendition: its folder is a rung's name or `audio`. */
export interface TrackFacts {
  readonly folder: string;
  /** RFC 6381; pictures only. */
  readonly codec?: string;
  readonly initSha256: string;
  readonly segments: readonly { readonly seconds: number; readonly bytes: number }[];
}

export interface PartFacts {
  readonly part: Part;
  readonly tracks: readonly TrackFacts[];
}

/** What playing one rendition to its end fetches, in bytes: `audio` alone, or a picture with its sound. */
export interface Download {
  readonly name: string;
  readonly height?: number;
  readonly bytes: number;
}

interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface Presentation {
  readonly playlists: readonly TextFile[];
  /** To be stored after all others: whoever finds it can play everything it names. */
  readonly master: TextFile;
  readonly renditions: readonly { readonly name: string; readonly height: number; readonly bytes: number }[];
  /** Smallest first. */
  readonly downloads: readonly Download[];
  readonly durationSeconds: number;
}

interface Track extends TrackFacts {
  readonly bytes: number;
  readonly peakBitsPerSecond: number;
  readonly meanBitsPerSecond: number;
}

type Picture = Track & { readonly codec: string; readonly rung: Rung };

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** One rendition over all parts in the order of the plan, or what keeps its pieces from being one. */
function joinTrack(folder: string, parts: readonly PartFacts[]): Track | string {
  const pieces = parts.flatMap(({ tracks }) => tracks.filter((track) => track.folder === folder));
  const [first] = pieces;
  if (!first) return `${folder}: nothing was encoded`;
  if (pieces.some(({ initSha256 }) => initSha256 !== first.initSha256)) return `${folder}: its parts differ`;
  const segments = pieces.flatMap((piece) => piece.segments);
  const bytes = sum(segments.map((segment) => segment.bytes));
  return {
    ...first,
    segments,
    bytes,
    peakBitsPerSecond: Math.max(...segments.map((segment) => (8 * segment.bytes) / segment.seconds)),
    meanBitsPerSecond: (8 * bytes) / sum(segments.map(({ seconds }) => seconds)),
  };
}

const playlistOf = ({ folder, segments }: Track): TextFile => ({
  path: `${folder}/${PLAYLIST_NAME}`,
  text: mediaPlaylist(segments.map(({ seconds }) => seconds)),
});

function downloadsOf(pictures: readonly Picture[], audio: Track | undefined): Download[] {
  const sound = audio?.bytes ?? 0;
  const whole = pictures.map(({ rung, bytes }) => ({
    name: rung.name,
    height: rung.height,
    bytes: bytes + sound,
  }));
  const alone = audio ? [{ name: AUDIO_FOLDER, bytes: sound }] : [];
  return [...alone, ...whole].toSorted((a, b) => a.bytes - b.bytes);
}

/** The texts that make the encoded parts one lecture, or a fault of the engine that must not be published. */
export function present(
  plan: TranscodePlan,
  facts: readonly PartFacts[],
  sound: Pick<AudioFacts, 'language' | 'name'>,
): Presentation | { readonly fault: string } {
  const wanted = partsOfPlan(plan);
  const parts = wanted.flatMap((part) => facts.find((each) => each.part === part) ?? []);
  if (parts.length !== wanted.length) return { fault: 'parts without facts' };
  const pictures: Picture[] = [];
  for (const rung of plan.rungs) {
    const track = joinTrack(rung.name, parts);
    if (typeof track === 'string') return { fault: track };
    pictures.push({ codec: '', ...track, rung });
  }
  const audio = plan.hasAudio ? joinTrack(AUDIO_FOLDER, parts) : undefined;
  if (typeof audio === 'string') return { fault: audio };
  return {
    playlists: [...pictures, ...(audio ? [audio] : [])].map(playlistOf),
    master: {
      path: MASTER_NAME,
      text: masterPlaylist(pictures, plan.fps, audio && { ...sound, bitsPerSecond: audio.peakBitsPerSecond }),
    },
    renditions: pictures.map(({ rung, bytes }) => ({ name: rung.name, height: rung.height, bytes })),
    downloads: downloadsOf(pictures, audio),
    durationSeconds: framesToSeconds(plan.frames, plan.fps),
  };
}
