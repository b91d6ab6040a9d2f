import {
  type Asset,
  type AssetCommand,
  type AssetDecision,
  type AssetEvent,
  decide,
  evolve,
  isOver,
} from './asset.ts';
import type { AssetKind } from './asset-kind.ts';
import type { AssetMetadata } from './asset-metadata.ts';
import type { ShownDocument, ShownImage, ShownPackage } from './paper-presentation.ts';
import type { Download } from './presentation.ts';

/** The file that arrived; one job turns it into renditions. */
interface SourceFile {
  readonly objectVersion: string;
  readonly jobId: string;
  /** Its streams in a container that can be cut anywhere, where its own cannot. */
  readonly remuxed?: { readonly objectVersion: string; readonly bytes: number };
}

/** How a file lies in the bucket: as it was sent, or with its streams in another container. */
export type SourceName = 'source' | 'remuxed';

/** What was published beside the playlist and the poster, or instead of them. Paths are those on the site. */
export interface Extras {
  readonly storyboard?: string;
  readonly waveform?: string;
  readonly mp4?: { readonly path: string; readonly bytes: number; readonly height: number };
  /** Smallest first, with what each costs to fetch. */
  readonly renditions?: Download[];
  /** Of a document; that of a recording has its place. */
  readonly poster?: string;
  readonly document?: ShownDocument;
  readonly image?: ShownImage;
  readonly package?: ShownPackage;
}

/** Everything known of one recording. Instants are ISO 8601 UTC. */
export interface Recording {
  readonly assetId: string;
  readonly title: string;
  readonly fileName: string;
  /** As announced. */
  readonly bytes: number;
  readonly courseId?: string;
  /** Only together with the course it is a lesson of. */
  readonly lessonNo?: number;
  /** Absent for files announced before anything was asked of them. */
  readonly metadata?: AssetMetadata;
  /** SHA-256 of the file, hexadecimal, as the uploader says. */
  readonly saidSha256?: string;
  /** By its bytes; absent until they were looked at. */
  readonly kind?: AssetKind;
  /** Whether it was counted against the quotas: what was announced before there were any gives nothing back. */
  readonly isCounted?: true;
  readonly uploadedBy: string;
  readonly createdAt: string;
  /** Of the request that announced the file: every later event belongs to its chain. */
  readonly correlationId: string;
  readonly uploadId: string;
  /** Version of the object that the parts were joined into; its arrival is told separately. */
  readonly joinedVersion?: string;
  readonly source?: SourceFile;
  /** Once ready; absent from recordings published before these were made. */
  readonly extras?: Extras;
  /** Grows with every change of state but for completed parts, which are a set of their own. */
  readonly version: number;
  /** Last change of state. */
  readonly changedAt: string;
  /** Last sign of life: a change, a completed part, or work sent (again). */
  readonly movedAt: string;
  /** How often the sweeper sent the work again. */
  readonly resends: number;
  /** When its owner gave it up although it was ready: it stays so for a while, in case it was issued at that moment. */
  readonly givenUpAt?: string;
  /** When the file of what is dropped was deleted. */
  readonly discardedAt?: string;
  readonly state: Asset;
}

type Refused = Extract<AssetDecision, { ok: false }>['reason'];

/** What the commands, one after the other, make of a recording. Without events nothing has changed. */
export type Advance =
  | { readonly ok: true; readonly recording: Recording; readonly events: readonly AssetEvent[] }
  | { readonly ok: false; readonly reason: Refused };

/** Applies all commands or, when one of them is refused, none. */
export function advance(was: Recording, commands: readonly AssetCommand[], at: string): Advance {
  const events: AssetEvent[] = [];
  let { state } = was;
  for (const command of commands) {
    const decision = decide(state, command);
    if (!decision.ok) return decision;
    state = decision.events.reduce(evolve, state);
    events.push(...decision.events);
  }
  if (events.length === 0) return { ok: true, recording: was, events };
  const recording = { ...was, state, version: was.version + 1, changedAt: at, movedAt: at, resends: 0 };
  return { ok: true, recording, events };
}

const moved = (was: Recording, at: string) => ({ version: was.version + 1, changedAt: at, movedAt: at });

/** The recording after its owner gave it up; undefined while there is still something to wait for. */
export function givenUp(was: Recording, at: string): Recording | undefined {
  if (was.state.status === 'ready') return { ...was, ...moved(was, at), givenUpAt: at };
  const advanced = advance(was, [{ type: 'give-up' }], at);
  return advanced.ok ? advanced.recording : undefined;
}

/** The recording after it turned out to be wanted all the same. */
export const kept = ({ givenUpAt: _, ...was }: Recording, at: string): Recording => ({
  ...was,
  ...moved(was, at),
});

/** True when the file will never be of use. Its room is given back when it is deleted, not before. */
export const isDropped = ({ state }: Pick<Recording, 'state'>): boolean => isOver(state);

/** True when nothing will happen to the recording by itself any more. */
export const isSettled = (recording: Pick<Recording, 'state' | 'discardedAt' | 'givenUpAt'>): boolean => {
  if (isDropped(recording)) return recording.discardedAt !== undefined;
  return recording.state.status === 'failed' || (recording.state.status === 'ready' && !recording.givenUpAt);
};

/** False for what was refused, failed or given up: whoever sends the same bytes again gets another try. */
export const canStandIn = ({ state, givenUpAt }: Pick<Recording, 'state' | 'givenUpAt'>): boolean =>
  state.status !== 'rejected' && state.status !== 'failed' && !givenUpAt;

/** Whoever is further than being compared comes first, then whoever arrived first: all who ask mean the same one. */
export const byArrival = (one: Recording, other: Recording): number =>
  placeOf(one) < placeOf(other) ? -1 : 1;
/** Names of jobs begin with when they were made. */
const placeOf = ({ state, source }: Recording): string =>
  `${state.status === 'received' ? 1 : 0} ${source?.jobId}`;

/** A circle of files within which the same bytes are wanted once: those of a person, or of a course. */
export type Scope = `PERSON#${string}` | `COURSE#${string}`;

/**
 * Of another person's file for another course nobody is told, so repeating it is no mistake: who sends it would have
 * nothing instead.
 */
export const scopesOf = ({ uploadedBy, courseId }: Pick<Recording, 'uploadedBy' | 'courseId'>): Scope[] => [
  ...(courseId ? [`COURSE#${courseId}` as const] : []),
  `PERSON#${uploadedBy}`,
];

/** Whole percent of the transcoding that is done; 100 only when it can be watched. */
export function percentOf({ state }: Pick<Recording, 'state'>): number {
  if (state.status === 'ready') return 100;
  if (state.status !== 'transcoding') return 0;
  return Math.min(99, Math.floor((100 * state.done.length) / state.total));
}

/** Where the bytes are that workers read, of a file that arrived as `objectVersion`. */
export function workedFile(
  { assetId, bytes, source }: Pick<Recording, 'assetId' | 'bytes' | 'source'>,
  objectVersion: string,
) {
  const remuxed = source?.remuxed;
  return remuxed
    ? ({ assetId, name: 'remuxed', ...remuxed } as const)
    : ({ assetId, name: 'source', objectVersion, bytes } as const);
}
