import { MediaReadyV1 } from '#events/media/media-ready.v1.ts';
import { TranscodeFailedV1 } from '#events/media/transcode-failed.v1.ts';
import { TranscodeSucceededV1 } from '#events/media/transcode-succeeded.v1.ts';
import { UploadReceivedV1 } from '#events/media/upload-received.v1.ts';
import { type Cause, type Outbox, outboxEntry, outboxOf } from '#shared/messaging/outbox.ts';
import { UNSAID } from './domain/asset-metadata.ts';
import type { ShownDocument, ShownPackage } from './domain/paper-presentation.ts';
import type { Presentation } from './domain/presentation.ts';
import type { Recording } from './domain/recording.ts';

/** The identity follows from what happened, so deciding the same thing again names the same event. */
const identity = ({ assetId, version }: Recording, name: string) => ({
  eventId: `${assetId}-${version}-${name}`,
  aggregate: { type: 'recording', id: assetId, version },
});

/** A step of the pipeline belongs to the chain that the announcement of the file began. */
export const pipelineCause = (recording: Recording, at: string, causationId: string): Cause => ({
  actor: recording.uploadedBy,
  at,
  correlationId: recording.correlationId,
  causationId,
});

const reasonOf = ({ state }: Recording): string | undefined => {
  if (state.status === 'rejected') return state.rejection.code;
  return state.status === 'failed' ? state.code : undefined;
};

const failedEntry = (recording: Recording, cause: Cause) => {
  const reason = reasonOf(recording);
  const { assetId, source } = recording;
  if (!reason || !source) return [];
  const data = { assetId, jobId: source.jobId, reason };
  return [outboxEntry(TranscodeFailedV1, data, cause, identity(recording, 'failed'))];
};

/** The file has arrived; when it is plainly not what was announced, that it failed as well. */
export const uploadReceived = (recording: Recording, bytes: number, cause: Cause): Outbox | undefined => {
  const data = { assetId: recording.assetId, objectVersion: recording.source?.objectVersion ?? '', bytes };
  const received = outboxEntry(UploadReceivedV1, data, cause, identity(recording, 'received'));
  return outboxOf([received, ...failedEntry(recording, cause)]);
};

/** Undefined for an upload that was abandoned before any file arrived: nothing was transcoded that could fail. */
export const transcodeFailed = (recording: Recording, cause: Cause): Outbox | undefined =>
  outboxOf(failedEntry(recording, cause));

const wordsOf = ({ pages, text }: ShownDocument) => ({ pages, words: text.path });

/** Of its lessons only how many there are: what they are called is read where they are opened. */
const toldOf = ({ launch, title, lessons, files, bytes }: ShownPackage) => ({
  ...{ launch, files, bytes },
  ...(title && { title }),
  ...(lessons && { lessons: lessons.length }),
});

/** What the library shows an appraiser. */
const aboutReady = ({
  assetId,
  courseId,
  lessonNo,
  kind,
  title,
  uploadedBy,
  metadata = UNSAID,
  extras,
}: Recording) => ({
  ...{ assetId, title, uploadedBy },
  ...(courseId && { courseId }),
  ...(lessonNo && { lessonNo }),
  ...(kind && { kind }),
  ...(extras?.package && { package: toldOf(extras.package) }),
  ...(extras?.document && { document: wordsOf(extras.document) }),
  ...metadata,
  competenceCodes: [...metadata.competenceCodes],
});

const readyEntry = (recording: Recording, durationMs: number, cause: Cause) =>
  outboxEntry(MediaReadyV1, { ...aboutReady(recording), durationMs }, cause, identity(recording, 'ready'));

export const published = (
  recording: Recording,
  { renditions, durationSeconds }: Presentation,
  cause: Cause,
): Outbox | undefined => {
  const { assetId, source } = recording;
  const durationMs = Math.round(durationSeconds * 1000);
  const result = { assetId, jobId: source?.jobId ?? '', renditions: [...renditions], durationMs };
  return outboxOf([
    outboxEntry(TranscodeSucceededV1, result, cause, identity(recording, 'transcoded')),
    readyEntry(recording, durationMs, cause),
  ]);
};

/** A document, a picture or a package can be opened. Nothing of it was transcoded, and it has no length in time. */
export const paperPublished = (recording: Recording, cause: Cause): Outbox | undefined =>
  outboxOf([readyEntry(recording, 0, cause)]);

/** What was given up is there as before, which is told as it was at first. */
export const keptOut = (recording: Recording, cause: Cause): Outbox | undefined => {
  const { state } = recording;
  const seconds = state.status === 'ready' ? state.durationSeconds : 0;
  return outboxOf([readyEntry(recording, Math.round(seconds * 1000), cause)]);
};
