import { ulid } from 'ulid';
import { PackageResultRecordedV1 } from '#events/viewing/package-result-recorded.v1.ts';
import { ViewingRecordedV1 } from '#events/viewing/viewing-recorded.v1.ts';
import { type Cause, type OutboxEntry, outboxEntry } from '#shared/messaging/outbox.ts';
import type { PackageResult } from './domain/package-result.ts';
import { newSeconds, percentSeen, type Viewing } from './domain/viewing.ts';

/** What a write tells: one person, one recording. */
export const viewingRecorded = (before: Viewing, after: Viewing, cause: Cause): OutboxEntry => {
  const { personId, assetId, courseId, finished, version } = after;
  const data = {
    ...{ personId, assetId, finished },
    ...(courseId && { courseId }),
    newSeconds: newSeconds(before, after),
    coveredPercent: percentSeen(after),
  };
  const aggregate = { type: 'viewing', id: `${personId}.${assetId}`, version };
  return outboxEntry(ViewingRecordedV1, data, cause, { eventId: ulid(), aggregate });
};

type Whose = Pick<PackageResult, 'personId' | 'assetId' | 'courseId' | 'version'>;
type Best = Pick<PackageResult, 'status' | 'scoreHundredths' | 'totalSeconds'>;

/** The best that one person has reached in one package; `lessons` where it has several. */
export const packageResultRecorded = (
  { personId, assetId, courseId, version }: Whose,
  { status, scoreHundredths, totalSeconds }: Best,
  cause: Cause,
  lessons?: { readonly lessons: number; readonly lessonsDone: number },
): OutboxEntry => {
  const data = {
    ...{ personId, assetId, status, totalSeconds },
    ...(courseId && { courseId }),
    ...(scoreHundredths !== undefined && { scoreHundredths }),
    ...lessons,
  };
  const aggregate = { type: 'package-result', id: `${personId}.${assetId}`, version };
  return outboxEntry(PackageResultRecordedV1, data, cause, { eventId: ulid(), aggregate });
};
