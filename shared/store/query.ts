import {
  type DynamoDBDocumentClient,
  paginateQuery,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';

type Item = NonNullable<QueryCommandOutput['Items']>[number];

/** What a query finds, as the store pages it: 1 MB of items each. A page can be empty while more follow. */
export async function* queryPages(
  db: DynamoDBDocumentClient,
  asked: QueryCommandInput,
): AsyncGenerator<readonly Item[]> {
  for await (const { Items = [] } of paginateQuery({ client: db }, asked)) yield Items;
}

/** Everything a query finds, however many pages that is. For what is known to be few. */
export async function queryAll(db: DynamoDBDocumentClient, asked: QueryCommandInput): Promise<Item[]> {
  const found: Item[] = [];
  for await (const page of queryPages(db, asked)) found.push(...page);
  return found;
}
