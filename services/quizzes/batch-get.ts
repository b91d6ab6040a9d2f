import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Key = { readonly pk: string; readonly sk: string };

/** BatchGetItem takes 100 keys a call. */
const BATCH = 100;

/** The items that exist, read consistently, in no particular order. What a call left unread is asked for again. */
export async function batchGet(
  db: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  const left = [...keys];
  while (left.length > 0) {
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({
        RequestItems: { [table]: { Keys: left.splice(0, BATCH), ConsistentRead: true } },
      }),
    );
    found.push(...(Responses?.[table] ?? []));
    left.push(...((UnprocessedKeys?.[table]?.Keys ?? []) as Key[]));
  }
  return found;
}
