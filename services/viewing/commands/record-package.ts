import { type Cause, outboxOf } from '#shared/messaging/outbox.ts';
import {
  afterCommit,
  afterOpening,
  type Commit,
  isNews,
  newPackageResult,
  type PackageResult,
} from '../domain/package-result.ts';
import { afterLesson, newPackageWhole, rolledUp } from '../domain/package-whole.ts';
import { packageResultRecorded } from '../events-out.ts';
import type { PackageStore } from '../package-store.ts';
import type { ViewingStore } from '../store.ts';

/** `lesson` counts from 1, and is the first where nobody says. */
type Whose = { readonly personId: string; readonly assetId: string; readonly lesson?: number | undefined };
type Stores = { readonly packages: PackageStore; readonly viewings: Pick<ViewingStore, 'findAsset'> };

/** What the person goes on from: the state before the session, of which only its number is kept yet. */
export async function startPackageSession(
  { packages, viewings }: Stores,
  { personId, assetId, lesson = 1, sessionId }: Whose & { readonly sessionId: string },
): Promise<PackageResult | 'not-found' | 'conflict'> {
  const [asset, found] = await Promise.all([
    viewings.findAsset(assetId),
    packages.find(personId, assetId, lesson),
  ]);
  if (asset?.kind !== 'package' || lesson > (asset.lessons ?? 1)) return 'not-found';
  const before = found ?? newPackageResult(personId, asset, lesson);
  const after = afterOpening(before, sessionId);
  if (after === before) return after;
  return (await packages.save(after, undefined)) === 'saved' ? after : 'conflict';
}

/** One write, with an event when the result is a better one, and none when all of it was known. */
export async function commitPackage(
  { packages }: Pick<Stores, 'packages'>,
  { personId, assetId, lesson = 1, commit }: Whose & { readonly commit: Commit },
  cause: Cause,
): Promise<PackageResult | 'not-found' | 'conflict'> {
  const before = await packages.find(personId, assetId, lesson);
  const after = before && afterCommit(before, commit);
  if (!after) return 'not-found';
  if (after === before) return after;
  if (after.lessons) return commitLesson(packages, { before, after, lessons: after.lessons }, cause);
  const outbox = outboxOf(isNews(before, after) ? [packageResultRecorded(after, after, cause)] : []);
  return (await packages.save(after, outbox)) === 'saved' ? after : 'conflict';
}

type Change = {
  readonly before: PackageResult;
  readonly after: PackageResult;
  readonly lessons: number;
};

/**
 * Of a package with several lessons. The whole is written with the lesson when the lesson was not begun before or has
 * something to tell: most commits only move the place.
 */
async function commitLesson(
  packages: PackageStore,
  { before, after, lessons }: Change,
  cause: Cause,
): Promise<PackageResult | 'conflict'> {
  if (before.place && !isNews(before, after))
    return (await packages.save(after, undefined)) === 'saved' ? after : 'conflict';
  const { personId, assetId } = after;
  const was = (await packages.findWhole(personId, assetId)) ?? newPackageWhole(after, lessons);
  const whole = afterLesson(was, after);
  const now = rolledUp(whole);
  const told = { lessons, lessonsDone: now.lessonsDone };
  const outbox = outboxOf(isNews(rolledUp(was), now) ? [packageResultRecorded(whole, now, cause, told)] : []);
  return (await packages.saveWithWhole(after, whole, outbox)) === 'saved' ? after : 'conflict';
}
