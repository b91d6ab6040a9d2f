import type { MediaAsset } from '../contract.ts';
import { canRetry } from '../domain/asset.ts';
import { UNSAID } from '../domain/asset-metadata.ts';
import { addressesOf } from '../domain/delivery-path.ts';
import { isPaper } from '../domain/paper-plan.ts';
import { percentOf, type Recording } from '../domain/recording.ts';
import type { Rejection } from '../domain/rejection.ts';

/** A file whose parts are joined has been received, although the event of its arrival may still be on its way. */
const statusOf = ({
  state,
  joinedVersion,
}: Pick<Recording, 'state' | 'joinedVersion'>): MediaAsset['status'] => {
  if (state.status === 'probing' || (state.status === 'awaiting-upload' && joinedVersion)) return 'received';
  return state.status;
};

const reasonOf = ({ code, ...more }: Rejection) => ({ reason: code, ...more });

const GIVEN_UP = { status: 'failed', code: 'GIVEN_UP' } as const;

/** A recording as the staff see it. */
export function assetView(recording: Recording): MediaAsset {
  const { assetId, title, fileName, bytes, courseId, lessonNo, uploadedBy, createdAt } = recording;
  const { metadata = UNSAID, kind, extras, givenUpAt, joinedVersion } = recording;
  const state = givenUpAt ? GIVEN_UP : recording.state;
  return {
    ...metadata,
    competenceCodes: [...metadata.competenceCodes],
    ...(kind && { kind }),
    ...{ assetId, title, fileName, bytes, uploadedBy, createdAt },
    ...(courseId && { courseId }),
    ...(lessonNo && { lessonNo }),
    status: statusOf({ state, joinedVersion }),
    percent: percentOf({ state }),
    ...(state.status === 'rejected' && reasonOf(state.rejection)),
    ...(state.status === 'failed' && { reason: state.code, canRetry: canRetry(state) }),
    ...(state.status === 'ready' && {
      ...(!isPaper(kind) && {
        durationMs: Math.round(state.durationSeconds * 1000),
        ...addressesOf(assetId, state.planHash, extras),
      }),
      ...extras,
    }),
  };
}
