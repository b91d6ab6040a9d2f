import { type Cause, outboxOf } from '#shared/messaging/outbox.ts';
import {
  afterCommit,
  afterOpening,
  type Commit,
  isNews,
  newPackageResult,
  type PackageResult,
} from '../domain/package-result.ts';
import { packageResultRecorded } from '../events-out.ts';
import type { PackageStore } from '../package-store.ts';
import type { ViewingStore } from '../store.ts';

type Whose = { readonly personId: string; readonly assetId: string };
type Stores = { readonly packages: PackageStore; readonly viewings: Pick<ViewingStore, 'findAsset'> };

/** What the person goes on from: the state before the session, of which only its number is kept yet. */
export async function startPackageSession(
  { packages, viewings }: Stores,
  { personId, assetId, sessionId }: Whose & { readonly sessionId: string },
): Promise<PackageResult | 'not-found' | 'conflict'> {
  const [asset, found] = await Promise.all([viewings.findAsset(assetId), packages.find(personId, assetId)]);
  if (asset?.kind !== 'package') return 'not-found';
  const before = found ?? newPackageResult(personId, asset);
  const after = afterOpening(before, sessionId);
  if (after === before) return after;
  return (await packages.save(after, undefined)) === 'saved' ? after : 'conflict';
}

/** One write, with an event when the result is a better one, and none when all of it was known. */
export async function commitPackage(
  { packages }: Pick<Stores, 'packages'>,
  { personId, assetId, commit }: Whose & { readonly commit: Commit },
  cause: Cause,
): Promise<PackageResult | 'not-found' | 'conflict'> {
  const before = await packages.find(personId, assetId);
  const after = before && afterCommit(before, commit);
  if (!after) return 'not-found';
  if (after === before) return after;
  const outbox = outboxOf(isNews(before, after) ? [packageResultRecorded(after, cause)] : []);
  return (await packages.save(after, outbox)) === 'saved' ? after : 'conflict';
}
