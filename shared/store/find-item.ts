import { type DynamoDBDocumentClient, GetCommand, type GetCommandOutput } from '@aws-sdk/lib-dynamodb';

/** The item under a key as it is at this instant, not as it was a moment ago: what is decided on it has to hold. */
export async function findItem(
  db: DynamoDBDocumentClient,
  table: string,
  key: Readonly<Record<string, string>>,
): Promise<GetCommandOutput['Item']> {
  const { Item } = await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return Item;
}
