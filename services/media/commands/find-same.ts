import type { ContentStore } from '../content-store.ts';
import { canStandIn, type Recording } from '../domain/recording.ts';
import type { RecordingStore } from '../store.ts';
import type { RequestUpload } from './request-upload.ts';

type Tools = { readonly store: RecordingStore; readonly contents: ContentStore };

/**
 * The recording of the same bytes, of the actor or for the same course, that the actor may be told of: one that has
 * arrived, or an own one on its way. What others said of their files counts only where it was checked, or a teacher could keep somebody's lecture out by
 * claiming its hash.
 */
export async function findSame(
  { store, contents }: Tools,
  { bytes, saidSha256, courseId, request: { actor }, seesAll = false }: RequestUpload,
): Promise<Recording | undefined> {
  if (!saidSha256) return undefined;
  const files = await contents.ofSize(bytes);
  const same = files.filter(
    (file) =>
      (file.sha256 ?? (file.uploadedBy === actor && file.saidSha256)) === saidSha256 &&
      (seesAll || file.uploadedBy === actor),
  );
  const isWanted = (one: Recording) =>
    one.uploadedBy === actor || (courseId !== undefined && one.courseId === courseId);
  const recordings = await Promise.all(same.map(({ assetId }) => store.find(assetId)));
  const live = recordings.flatMap((one) => (one && canStandIn(one) && isWanted(one) ? [one] : []));
  return (
    live.find(({ state }) => state.status !== 'awaiting-upload') ??
    live.find(({ uploadedBy }) => uploadedBy === actor)
  );
}
