import type { MediaAsset } from '../contract.ts';
import { addressesOf } from '../deliveries.ts';
import { percentOf, type Recording } from '../domain/recording.ts';

/** A recording as the staff see it; that it is being looked into is a detail of ours. */
export function assetView(recording: Recording): MediaAsset {
  const { assetId, title, fileName, bytes, courseId, uploadedBy, createdAt, state } = recording;
  return {
    ...{ assetId, title, fileName, bytes, uploadedBy, createdAt },
    ...(courseId && { courseId }),
    status: state.status === 'probing' ? 'received' : state.status,
    percent: percentOf(recording),
    ...(state.status === 'rejected' && { reason: state.rejection.code }),
    ...(state.status === 'failed' && { reason: state.code }),
    ...(state.status === 'ready' && {
      durationMs: Math.round(state.durationSeconds * 1000),
      ...addressesOf(assetId, state.planHash),
    }),
  };
}
