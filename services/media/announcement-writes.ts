import { claimIdempotencyKey, type IdempotentRequest } from '#shared/store/idempotency.ts';
import { putNew, type TransactItem } from '#shared/store/transactions.ts';
import type { QUOTAS } from './domain/quota.ts';
import type { Recording } from './domain/recording.ts';
import { openKey, recordingKey, sizeKey } from './keys.ts';
import { chargeQuotas, releaseQuotas } from './quota-store.ts';
import { dropItem } from './recording-changes.ts';
import { toItem } from './recording-item.ts';

/** A file that is announced, with what it takes of the quotas: those come first, in the order of EVERY_QUOTA. */
export function announcedWrites(
  table: string,
  recording: Recording,
  request: IdempotentRequest,
  limits: typeof QUOTAS,
): TransactItem[] {
  const { assetId, bytes, uploadedBy, saidSha256 } = recording;
  const sized = { assetId, uploadedBy, ...(saidSha256 && { saidSha256 }) };
  return [
    ...chargeQuotas(table, recording, limits),
    claimIdempotencyKey(table, request, assetId),
    putNew(table, toItem(recording)),
    putNew(table, { ...openKey(assetId), assetId }),
    putNew(table, { ...sizeKey(bytes, assetId), ...sized }),
  ];
}

/** A file that was announced and never sent, if nothing of it has been joined since it was read. */
export function forgottenWrites(table: string, recording: Recording): TransactItem[] {
  const { assetId, bytes, version } = recording;
  return [
    {
      Delete: {
        TableName: table,
        Key: recordingKey(assetId),
        ConditionExpression: 'version = :was AND attribute_not_exists(joinedVersion)',
        ExpressionAttributeValues: { ':was': version },
      },
    },
    dropItem(table, openKey(assetId)),
    dropItem(table, sizeKey(bytes, assetId)),
    ...releaseQuotas(table, recording, ['day', 'room']),
  ];
}

/** A file that was deleted: of what its owner gave up nothing stays, of the others the recording. */
export function discardedWrites(table: string, recording: Recording, at: string): TransactItem[] {
  const { assetId, version, state } = recording;
  const one = { TableName: table, Key: recordingKey(assetId), ConditionExpression: 'version = :was' };
  const isForgotten = state.status === 'failed' && state.code === 'GIVEN_UP';
  return [
    isForgotten
      ? { Delete: { ...one, ExpressionAttributeValues: { ':was': version } } }
      : {
          Update: {
            ...one,
            UpdateExpression: 'SET discardedAt = :at, version = :next',
            ExpressionAttributeValues: { ':was': version, ':at': at, ':next': version + 1 },
          },
        },
    dropItem(table, openKey(assetId)),
    ...releaseQuotas(table, recording, ['room']),
  ];
}
