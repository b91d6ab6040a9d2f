import { bucketArn } from './bucket.ts';
import type { Call, Storage } from './call.ts';
import { NULL_VERSION, type ObjectRow } from './object-store.ts';

/** An event of S3 as EventBridge carries it (S3 user guide, EventBridge event message structure). */
export type ObjectEvent = {
  readonly source: 'aws.s3';
  readonly detailType: 'Object Created' | 'Object Deleted';
  readonly resources: readonly string[];
  readonly time: number;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** Called inside the transaction that changes the object: what it writes to the database commits with the change. */
export type EmitObjectEvent = (event: ObjectEvent) => void;

type CreationReason = 'PutObject' | 'CompleteMultipartUpload' | 'CopyObject';
type DeletionType = 'Permanently Deleted' | 'Delete Marker Created';

function emitEvent(
  storage: Storage,
  call: Call,
  detailType: ObjectEvent['detailType'],
  object: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, string>>,
): void {
  storage.emit({
    source: 'aws.s3',
    detailType,
    resources: [bucketArn(call.bucket.name)],
    time: storage.clock.now(),
    detail: {
      version: '0',
      bucket: { name: call.bucket.name },
      object,
      'request-id': call.requestId,
      requester: storage.account,
      'source-ip-address': call.sourceAddress,
      ...more,
    },
  });
}

/** Hexadecimal of fixed width, so that events of one key can be ordered as text. */
const sequencer = (sequence: number): string => sequence.toString(16).toUpperCase().padStart(18, '0');

const describeObject = (row: ObjectRow, sequence: number) => ({
  key: row.key,
  etag: row.etag,
  ...(row.versionId !== NULL_VERSION && { 'version-id': row.versionId }),
  sequencer: sequencer(sequence),
});

export function emitCreated(storage: Storage, call: Call, row: ObjectRow, reason: CreationReason): void {
  if (!call.bucket.eventBridge) return;
  const object = { size: row.size, ...describeObject(row, row.sequence) };
  emitEvent(storage, call, 'Object Created', object, { reason });
}

export function emitDeleted(storage: Storage, call: Call, row: ObjectRow, type: DeletionType): void {
  if (!call.bucket.eventBridge) return;
  const sequence = type === 'Delete Marker Created' ? row.sequence : storage.objects.nextSequence();
  const more = { reason: 'DeleteObject', 'deletion-type': type };
  emitEvent(storage, call, 'Object Deleted', describeObject(row, sequence), more);
}
