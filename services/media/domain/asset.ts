import type { PaperPart } from './paper-plan.ts';
import type { Rejection } from './rejection.ts';

/**
 * Why there is no lecture although nothing was found wrong with the upload: it was never finished (`ABANDONED`), its
 * owner wants it no more (`GIVEN_UP`), or it could not be transcoded in spite of retries.
 */
export type FailureCode = 'ENGINE' | 'TIMEOUT' | 'MEMORY' | 'ABANDONED' | 'GIVEN_UP';

/** A piece of independent work: `chunk-<index>` or `audio`. */
export type Part = `chunk-${number}` | 'audio';

/** Documents and pictures go the same way, part by part. */
export type AssetPart = Part | PaperPart;

/**
 * One uploaded lecture. `done` is a set of parts rather than a count, because a delivery may arrive twice.
 */
export type Asset =
  | { readonly status: 'awaiting-upload'; readonly declaredBytes: number }
  | { readonly status: 'received'; readonly bytes: number }
  | { readonly status: 'probing'; readonly bytes: number }
  | {
      readonly status: 'transcoding';
      readonly planHash: string;
      readonly total: number;
      readonly done: readonly AssetPart[];
    }
  | { readonly status: 'ready'; readonly planHash: string; readonly durationSeconds: number }
  | { readonly status: 'rejected'; readonly rejection: Rejection }
  | { readonly status: 'failed'; readonly code: FailureCode };

export type AssetCommand =
  | { readonly type: 'receive-upload'; readonly bytes: number }
  | { readonly type: 'start-probe' }
  | { readonly type: 'accept-plan'; readonly planHash: string; readonly total: number }
  | { readonly type: 'discard-plan'; readonly bytes: number }
  | { readonly type: 'complete-part'; readonly planHash: string; readonly part: AssetPart }
  | { readonly type: 'publish'; readonly planHash: string; readonly durationSeconds: number }
  | { readonly type: 'reject'; readonly rejection: Rejection }
  | { readonly type: 'fail'; readonly code: FailureCode }
  | { readonly type: 'retry'; readonly bytes: number }
  | { readonly type: 'give-up' };

export type AssetEvent =
  | { readonly type: 'upload-received'; readonly bytes: number }
  | { readonly type: 'probe-started' }
  | { readonly type: 'plan-accepted'; readonly planHash: string; readonly total: number }
  | { readonly type: 'plan-discarded'; readonly bytes: number }
  | { readonly type: 'part-completed'; readonly part: AssetPart }
  | { readonly type: 'published'; readonly durationSeconds: number }
  | { readonly type: 'rejected'; readonly rejection: Rejection }
  | { readonly type: 'failed'; readonly code: FailureCode }
  | { readonly type: 'retried'; readonly bytes: number };

/** `NOT_NOW` is a command out of order, `OTHER_PLAN` work done for a plan that has been replaced. */
export type AssetDecision =
  | { readonly ok: true; readonly events: readonly AssetEvent[] }
  | { readonly ok: false; readonly reason: 'NOT_NOW' | 'OTHER_PLAN' | 'PARTS_MISSING' };

const emit = (...events: AssetEvent[]): AssetDecision => ({ ok: true, events });
const refuse = (reason: 'NOT_NOW' | 'OTHER_PLAN' | 'PARTS_MISSING'): AssetDecision => ({ ok: false, reason });
/** A repeated delivery: agreed, and nothing new happened. */
const ALREADY = emit();

const isFinal = ({ status }: Asset) => status === 'ready' || status === 'rejected' || status === 'failed';

export const awaitingUpload = (declaredBytes: number): Asset => ({
  status: 'awaiting-upload',
  declaredBytes,
});

/** True when every part is stored and only the playlists are missing. */
export const isComplete = (asset: Asset) =>
  asset.status === 'transcoding' && asset.done.length >= asset.total;

function receive(asset: Asset, bytes: number): AssetDecision {
  if (asset.status !== 'awaiting-upload') return ALREADY;
  const received: AssetEvent = { type: 'upload-received', bytes };
  if (bytes >= asset.declaredBytes) return emit(received);
  return emit(received, { type: 'rejected', rejection: { code: bytes === 0 ? 'EMPTY' : 'TRUNCATED' } });
}

function startProbe(asset: Asset): AssetDecision {
  if (asset.status === 'awaiting-upload') return refuse('NOT_NOW');
  return asset.status === 'received' ? emit({ type: 'probe-started' }) : ALREADY;
}

function acceptPlan(asset: Asset, planHash: string, total: number): AssetDecision {
  if (asset.status === 'probing') return emit({ type: 'plan-accepted', planHash, total });
  if (asset.status === 'transcoding' || asset.status === 'ready') {
    return asset.planHash === planHash ? ALREADY : refuse('OTHER_PLAN');
  }
  return refuse('NOT_NOW');
}

/** For a plan of an engine that is no longer there: the file is examined again. */
function discardPlan(asset: Asset, bytes: number): AssetDecision {
  return asset.status === 'transcoding' ? emit({ type: 'plan-discarded', bytes }) : ALREADY;
}

function completePart(asset: Asset, planHash: string, part: AssetPart): AssetDecision {
  if (asset.status !== 'transcoding' && asset.status !== 'ready') return refuse('NOT_NOW');
  if (asset.planHash !== planHash) return refuse('OTHER_PLAN');
  if (asset.status === 'ready' || asset.done.includes(part)) return ALREADY;
  return emit({ type: 'part-completed', part });
}

function publish(asset: Asset, planHash: string, durationSeconds: number): AssetDecision {
  if (asset.status !== 'transcoding' && asset.status !== 'ready') return refuse('NOT_NOW');
  if (asset.planHash !== planHash) return refuse('OTHER_PLAN');
  if (asset.status === 'ready') return ALREADY;
  return isComplete(asset) ? emit({ type: 'published', durationSeconds }) : refuse('PARTS_MISSING');
}

/** True when the file will never be of use: it was refused, it never came, or it was given up. */
export const isOver = (asset: Asset): boolean =>
  asset.status === 'rejected' ||
  (asset.status === 'failed' && (asset.code === 'ABANDONED' || asset.code === 'GIVEN_UP'));

/** True when the file is there and trying again may end otherwise. */
export const canRetry = (asset: Asset): boolean => asset.status === 'failed' && !isOver(asset);

/** Begins with the file again. A repeat finds it under way. */
function retry(asset: Asset, bytes: number): AssetDecision {
  if (canRetry(asset)) return emit({ type: 'retried', bytes });
  const isUnderWay = ['received', 'probing', 'transcoding'].includes(asset.status);
  return isUnderWay ? ALREADY : refuse('NOT_NOW');
}

/** For what could not be converted, and for what nobody watches any more: whoever asks has found that out. */
function giveUp(asset: Asset): AssetDecision {
  if (isOver(asset)) return ALREADY;
  return isFinal(asset) ? emit({ type: 'failed', code: 'GIVEN_UP' }) : refuse('NOT_NOW');
}

/** What a command means for an asset. Repeating a command that took effect is agreed to and changes nothing. */
export function decide(asset: Asset, command: AssetCommand): AssetDecision {
  switch (command.type) {
    case 'receive-upload':
      return receive(asset, command.bytes);
    case 'start-probe':
      return startProbe(asset);
    case 'accept-plan':
      return acceptPlan(asset, command.planHash, command.total);
    case 'discard-plan':
      return discardPlan(asset, command.bytes);
    case 'complete-part':
      return completePart(asset, command.planHash, command.part);
    case 'publish':
      return publish(asset, command.planHash, command.durationSeconds);
    case 'reject':
      return isFinal(asset) ? ALREADY : emit({ type: 'rejected', rejection: command.rejection });
    case 'fail':
      return isFinal(asset) ? ALREADY : emit({ type: 'failed', code: command.code });
    case 'retry':
      return retry(asset, command.bytes);
    case 'give-up':
      return giveUp(asset);
    default:
      return command satisfies never;
  }
}

/** The asset after an event that `decide` returned for it; any other pairing is a bug and throws. */
export function evolve(asset: Asset, event: AssetEvent): Asset {
  switch (event.type) {
    case 'upload-received':
    case 'plan-discarded':
    case 'retried':
      return { status: 'received', bytes: event.bytes };
    case 'probe-started':
      if (asset.status !== 'received') break;
      return { status: 'probing', bytes: asset.bytes };
    case 'plan-accepted':
      return { status: 'transcoding', planHash: event.planHash, total: event.total, done: [] };
    case 'part-completed':
      if (asset.status !== 'transcoding') break;
      return { ...asset, done: [...asset.done, event.part] };
    case 'published':
      if (asset.status !== 'transcoding') break;
      return { status: 'ready', planHash: asset.planHash, durationSeconds: event.durationSeconds };
    case 'rejected':
      return { status: 'rejected', rejection: event.rejection };
    case 'failed':
      return { status: 'failed', code: event.code };
    default:
      return event satisfies never;
  }
  throw new Error(`${event.type} cannot follow ${asset.status}`);
}
