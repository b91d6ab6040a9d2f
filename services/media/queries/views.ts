import type { MediaAsset } from '../contract.ts';
import { UNSAID } from '../domain/asset-metadata.ts';
import { addressesOf } from '../domain/delivery-path.ts';
import { isPaper } from '../domain/paper-plan.ts';
import { percentOf, type Recording } from '../domain/recording.ts';

/** A file whose parts are joined has been received, although the event of its arrival may still be on its way. */
const statusOf = ({ state, joinedVersion }: Recording): MediaAsset['status'] => {
  if (state.status === 'probing' || (state.status === 'awaiting-upload' && joinedVersion)) return 'received';
  return state.status;
};

/** A recording as the staff see it. */
export function assetView(recording: Recording): MediaAsset {
  const { assetId, title, fileName, bytes, courseId, lessonNo, uploadedBy, createdAt, state } = recording;
  const { metadata = UNSAID, kind, extras } = recording;
  return {
    ...metadata,
    competenceCodes: [...metadata.competenceCodes],
    ...(kind && { kind }),
    ...{ assetId, title, fileName, bytes, uploadedBy, createdAt },
    ...(courseId && { courseId }),
    ...(lessonNo && { lessonNo }),
    status: statusOf(recording),
    percent: percentOf(recording),
    ...(state.status === 'rejected' && { reason: state.rejection.code }),
    ...(state.status === 'failed' && { reason: state.code }),
    ...(state.status === 'ready' && {
      ...(!isPaper(kind) && {
        durationMs: Math.round(state.durationSeconds * 1000),
        ...addressesOf(assetId, state.planHash),
      }),
      ...extras,
    }),
  };
}
