import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { readCaptions } from '#shared/text/webvtt.ts';
import type { CaptionStore } from '../caption-store.ts';
import type { Deliveries } from '../deliveries.ts';
import {
  type CaptionDraft,
  type CaptionSet,
  captionListPath,
  captionPath,
  captionPlaylist,
  masterPath,
  masterWithCaptions,
  type PublishedTrack,
  withoutTrack,
  withTrack,
} from '../domain/captions.ts';
import { addressesOf } from '../domain/delivery-path.ts';
import type { Recording } from '../domain/recording.ts';
import { captionsPublished, captionsWithdrawn } from '../events-out-captions.ts';
import { languageName } from '../messages.ts';

type Tools = { readonly captions: CaptionStore; readonly deliveries: Deliveries };
type Ready = { readonly base: string; readonly durationSeconds: number };

export type PublishRefusal =
  | 'not-found'
  | 'conflict'
  | 'captions-empty'
  | 'captions-beyond-end'
  | 'not-ready';

/** Undefined until the recording can be watched. */
const readyOf = ({ assetId, state }: Recording): Ready | undefined =>
  state.status === 'ready'
    ? { base: addressesOf(assetId, state.planHash).playlist, durationSeconds: state.durationSeconds }
    : undefined;

/** Keys in the bucket are paths on the site without the leading slash. */
const keyOf = (path: string) => path.slice(1);

/**
 * Shows a draft to viewers: its text, the playlist beside it, and a new master that names all tracks, the master last;
 * then what viewers are told of changes, in one write with the event. What people are watching stays where it is.
 */
export async function publishCaptions(
  tools: Tools,
  recording: Recording,
  { language, version }: { readonly language: string; readonly version: number },
  cause: Cause,
): Promise<CaptionSet | PublishRefusal> {
  const ready = readyOf(recording);
  if (!ready) return 'not-ready';
  const outcome = await retryOnConflict<CaptionSet | PublishRefusal>(async () => {
    const draft = await tools.captions.findDraft(recording.assetId, language);
    if (!draft) return 'not-found';
    if (draft.version !== version) return 'conflict';
    return whatKeepsBack(draft, ready) ?? show(tools, draft, ready, cause);
  });
  return outcome ?? 'conflict';
}

function whatKeepsBack(draft: CaptionDraft, { durationSeconds }: Ready): PublishRefusal | undefined {
  if (draft.cues === 0) return 'captions-empty';
  const { cues } = readCaptions(draft.text);
  return cues.some(({ startMs }) => startMs >= durationSeconds * 1000) ? 'captions-beyond-end' : undefined;
}

async function show(
  tools: Tools,
  draft: CaptionDraft,
  ready: Ready,
  cause: Cause,
): Promise<CaptionSet | 'conflict'> {
  const { assetId, language, version, cues, text } = draft;
  const was = await tools.captions.findSet(assetId);
  const track: PublishedTrack = {
    ...{ language, version, cues, at: cause.at },
    path: captionPath(assetId, language, text),
  };
  if (was && isShown(was, track, ready)) return was;
  await tools.deliveries.put(keyOf(track.path), text);
  const list = captionPlaylist(track.path, ready.durationSeconds);
  await tools.deliveries.put(keyOf(captionListPath(track.path)), list);
  const next = await nextSet(tools, assetId, was, ready, withTrack(was?.tracks ?? [], track));
  const saved = await tools.captions.saveSet(next, captionsPublished(next, track, cause), draft);
  return saved === 'saved' ? next : saved;
}

const isShown = (set: CaptionSet, track: PublishedTrack, { base }: Ready): boolean =>
  set.base === base &&
  set.tracks.some(
    ({ language, version, path }) =>
      language === track.language && version === track.version && path === track.path,
  );

/** Stores the master for these tracks; without any it is the one that the recording was published with. */
async function nextSet(
  { deliveries }: Tools,
  assetId: string,
  was: CaptionSet | undefined,
  { base }: Ready,
  tracks: readonly PublishedTrack[],
): Promise<CaptionSet> {
  const version = (was?.version ?? 0) + 1;
  if (tracks.length === 0) return { assetId, version, base, master: base, tracks };
  const text = masterWithCaptions(await deliveries.text(keyOf(base)), tracks, languageName);
  const master = masterPath(base, text);
  await deliveries.put(keyOf(master), text);
  return { assetId, version, base, master, tracks };
}

/** Takes a track off; one that is not shown stays so. Whoever is watching keeps it until the page is opened anew. */
export async function withdrawCaptions(
  tools: Tools,
  recording: Recording,
  language: string,
  cause: Cause,
): Promise<CaptionSet | 'not-found' | 'conflict'> {
  const outcome = await retryOnConflict<CaptionSet | 'not-found'>(async () => {
    const ready = readyOf(recording);
    const was = await tools.captions.findSet(recording.assetId);
    if (!was || !ready) return 'not-found';
    const tracks = withoutTrack(was.tracks, language);
    if (tracks.length === was.tracks.length) return was;
    const next = await nextSet(tools, recording.assetId, was, ready, tracks);
    const saved = await tools.captions.saveSet(next, captionsWithdrawn(next, language, cause));
    return saved === 'saved' ? next : saved;
  });
  return outcome ?? 'conflict';
}
