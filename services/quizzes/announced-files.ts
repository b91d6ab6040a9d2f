import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '#shared/store/transactions.ts';
import { announcedKey } from './keys.ts';

/** What a file is announced for. */
export type AnnouncedFor = { readonly personId: string; readonly attemptId: string; readonly itemId: string };

/** AP36. Whether a file may be sent for an answer: a new one only while fewer than `most` have been announced. */
export async function noteAnnounced(
  db: DynamoDBDocumentClient,
  table: string,
  { personId, attemptId, itemId, fileId }: AnnouncedFor & { readonly fileId: string },
  most: number,
): Promise<boolean> {
  try {
    await db.send(
      new UpdateCommand({
        TableName: table,
        Key: announcedKey(personId, attemptId, itemId),
        UpdateExpression: 'ADD announced :file',
        ConditionExpression:
          'attribute_not_exists(announced) OR size(announced) < :most OR contains(announced, :fileId)',
        ExpressionAttributeValues: { ':file': new Set([fileId]), ':fileId': fileId, ':most': most },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}
