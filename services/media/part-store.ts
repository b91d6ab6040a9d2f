import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { queryAll } from '#shared/store/query.ts';
import type { PartFacts } from './domain/presentation.ts';
import { partKey } from './keys.ts';

/** Facts of encoded parts: access pattern AP7 of keys.ts. */
export class PartStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP7. Not conditional: the facts follow from plan and source, so a repeat writes the same. */
  async saveFacts(assetId: string, planHash: string, facts: PartFacts): Promise<void> {
    const Item = { ...partKey(assetId, planHash, facts.part), ...facts };
    await this.#db.send(new PutCommand({ TableName: this.#table, Item }));
  }

  /** AP7, all of a plan, in no particular order. */
  async allFacts(assetId: string, planHash: string): Promise<PartFacts[]> {
    const { pk, sk } = partKey(assetId, planHash, '');
    const facts = await queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :plan)',
      ExpressionAttributeValues: { ':pk': pk, ':plan': sk },
      ConsistentRead: true,
    });
    return facts as PartFacts[];
  }
}
