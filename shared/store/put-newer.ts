import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from './transactions.ts';

/**
 * Takes in what an event told, in place of what an earlier one did; `'older'`, with nothing changed, when the same or a
 * higher version is there already. So neither the order nor the repetition of events matters.
 */
export async function putNewer(
  db: DynamoDBDocumentClient,
  table: string,
  item: Readonly<Record<string, unknown>> & { readonly version: number },
): Promise<'saved' | 'older'> {
  try {
    await db.send(
      new PutCommand({
        TableName: table,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
        ExpressionAttributeValues: { ':version': item.version },
      }),
    );
    return 'saved';
  } catch (error) {
    if (isConditionFailure(error)) return 'older';
    throw error;
  }
}
