import { createHash } from 'node:crypto';
import type { Actor } from '#shared/auth/actor.ts';
import type { AccessStore } from '../access-store.ts';
import { accessOf, decideAccess, isShown } from '../domain/access.ts';
import { openedBy, TRIES_PER_HOUR } from '../domain/tv-code.ts';
import type { RecordingStore } from '../store.ts';

export type Tools = {
  readonly recordings: Pick<RecordingStore, 'find'>;
  readonly access: AccessStore;
  /** The Set-Cookie values that open the files of the asset from `at` on. */
  readonly sign: (assetId: string, at: string) => Promise<readonly string[]>;
};

export type Issued = { readonly assetId: string; readonly cookies: readonly string[] };
type Refused = 'not-found' | 'enrolment-needed';

/** A pass for whoever may watch the asset; `viewer` is undefined for a visitor. */
export async function issuePass(
  { recordings, access, sign }: Tools,
  { assetId, viewer, at }: { assetId: string; viewer: Actor | undefined; at: string },
): Promise<Issued | Refused> {
  const [asset, publication] = await Promise.all([recordings.find(assetId), access.findPublication(assetId)]);
  if (!asset) return 'not-found';
  const asksForSeats = viewer && asset.courseId && accessOf(asset, publication) === 'enrolled';
  const seats = asksForSeats ? await access.seatsOf(viewer.personId, asset.courseId) : [];
  const decision = decideAccess(asset, publication, viewer, seats);
  return decision === 'granted' ? { assetId, cookies: await sign(assetId, at) } : decision;
}

/** A pass for a television. A code that was never typed counts as a guess; one that plays already is let go on. */
export async function issueTvPass(
  { access, sign }: Tools,
  { code, at }: { code: string; at: string },
): Promise<Issued | 'not-found' | 'too-many-codes'> {
  const found = await access.findTvCode(createHash('sha256').update(code).digest('hex'));
  if (!found?.typed && !(await access.takeTry(at, TRIES_PER_HOUR))) return 'too-many-codes';
  const assetId = found && openedBy(found, at);
  if (!assetId) return 'not-found';
  const publication = await access.findPublication(assetId);
  if (!isShown(publication)) return 'not-found';
  if (!found.typed) await access.saveTyped(found);
  return { assetId, cookies: await sign(assetId, at) };
}
