import type { Part } from './asset.ts';
import { framesToSeconds } from './frame-rate.ts';
import { pruneRungs, type Rung } from './ladder.ts';
import type { TranscodePlan } from './plan.ts';
import {
  type AudioFacts,
  masterPlaylist,
  mediaPlaylist,
  PLAYLIST_NAME,
  soundMasterPlaylist,
} from './playlists.ts';
import type { SoundRendition } from './sound.ts';
import { partsOfPlan } from './work.ts';

export const MASTER_NAME = 'master.m3u8';
export const POSTER_NAME = 'poster.jpg';

/** What encoding one part told about one rendition: its folder is the name of a rung or a sound. */
export interface TrackFacts {
  readonly folder: string;
  /** RFC 6381. */
  readonly codec: string;
  readonly initSha256: string;
  readonly segments: readonly { readonly seconds: number; readonly bytes: number }[];
}

export interface PartFacts {
  readonly part: Part;
  readonly tracks: readonly TrackFacts[];
}

/** What playing one rendition to its end fetches, in bytes: sound alone, or a picture with its sound. */
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

type Picture = Track & { readonly rung: Rung };
type Sound = Track & { readonly rendition: SoundRendition };

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

/** One offer of sound alone, the smallest; with every picture goes the sound that is played with it. */
function downloadsOf(pictures: readonly Picture[], sounds: readonly Sound[]): Download[] {
  const whole = pictures.map(({ rung, bytes }) => ({
    name: rung.name,
    height: rung.height,
    bytes: bytes + (sounds[0]?.bytes ?? 0),
  }));
  const alone = sounds.slice(-1).map(({ folder, bytes }) => ({ name: folder, bytes }));
  return [...alone, ...whole].toSorted((a, b) => a.bytes - b.bytes);
}

/** The rungs worth offering; the others were encoded, and are not spoken of. */
function worthOffering(pictures: readonly Picture[]): Picture[] {
  const measured = pictures.map(({ rung, meanBitsPerSecond }) => ({
    name: rung.name,
    bitsPerSecond: meanBitsPerSecond,
  }));
  const kept = new Set(pruneRungs(measured));
  return pictures.filter(({ rung }) => kept.has(rung.name));
}

type Language = Pick<AudioFacts, 'language' | 'name'>;

function masterOf(
  plan: TranscodePlan,
  pictures: readonly Picture[],
  sounds: readonly Sound[],
  language: Language,
): TextFile {
  const [main] = sounds;
  const audio = main && { ...main, channels: main.rendition.channels, ...language };
  const text =
    pictures.length > 0
      ? masterPlaylist(pictures, plan.fps, audio, sounds.at(-1))
      : soundMasterPlaylist(sounds);
  return { path: MASTER_NAME, text };
}

/** Every rendition joined from its parts, or the first one's fault. */
function joinAll<T extends { readonly name: string }>(renditions: readonly T[], parts: readonly PartFacts[]) {
  const joined: (Track & { readonly rendition: T })[] = [];
  for (const rendition of renditions) {
    const track = joinTrack(rendition.name, parts);
    if (typeof track === 'string') return track;
    joined.push({ ...track, rendition });
  }
  return joined;
}

/** The texts that make the encoded parts one lecture, or a fault of the engine that must not be published. */
export function present(
  plan: TranscodePlan,
  facts: readonly PartFacts[],
  language: Language,
): Presentation | { readonly fault: string } {
  const wanted = partsOfPlan(plan);
  const parts = wanted.flatMap((part) => facts.find((each) => each.part === part) ?? []);
  if (parts.length !== wanted.length) return { fault: 'parts without facts' };
  const encoded = joinAll(plan.rungs, parts);
  const sounds = joinAll(plan.sounds, parts);
  if (typeof encoded === 'string') return { fault: encoded };
  if (typeof sounds === 'string') return { fault: sounds };
  const pictures = worthOffering(encoded.map((track) => ({ ...track, rung: track.rendition })));
  return {
    playlists: [...pictures, ...sounds].map(playlistOf),
    master: masterOf(plan, pictures, sounds, language),
    renditions: pictures.map(({ rung, bytes }) => ({ name: rung.name, height: rung.height, bytes })),
    downloads: downloadsOf(pictures, sounds),
    durationSeconds: framesToSeconds(plan.frames, plan.fps),
  };
}
