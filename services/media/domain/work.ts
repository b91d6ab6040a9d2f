import { type Asset, isComplete, type Part } from './asset.ts';
import { chunkCount, type TranscodePlan } from './plan.ts';

/** A piece of work: look at an upload and plan it, encode a part, or `finish`, which makes what needs all parts. */
export type Task = 'examine' | Part | 'finish';

/** Longest that a worker is at one piece of work, minutes; the most that a function may have (Lambda quotas). */
export const PART_MINUTES = 15;

/** Deliveries of one piece of work before it counts as failed. */
export const WORK_ATTEMPTS = 3;
/**
 * Deliveries before the queue itself gives it up. The queue counts receives, also those that found no free worker: of
 * these two may come after the last attempt, and one that comes before it takes its place.
 */
export const WORK_DELIVERIES = WORK_ATTEMPTS + 2;

/** Every part of a plan: its chunks in order, then all of its sound. */
export function partsOfPlan(plan: TranscodePlan): Part[] {
  const chunks = Array.from({ length: chunkCount(plan) }, (_, k): Part => `chunk-${k}`);
  return plan.sounds.length > 0 ? [...chunks, 'audio'] : chunks;
}

/**
 * What is left to do: the parts not done, or the finish when all are. Nothing unless it is being transcoded. The sound
 * comes first: it is one part however long it is, and whoever began it last would keep everybody waiting.
 */
export function tasksLeft(asset: Asset, plan: TranscodePlan): Task[] {
  if (asset.status !== 'transcoding') return [];
  if (isComplete(asset)) return ['finish'];
  const left = partsOfPlan(plan).filter((part) => !asset.done.includes(part));
  return left.includes('audio') ? ['audio', ...left.filter((part) => part !== 'audio')] : left;
}
