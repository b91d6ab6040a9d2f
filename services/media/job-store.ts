import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import { queryAll } from '#shared/store/query.ts';
import type { PaperPlan } from './domain/paper-plan.ts';
import type { PaperFacts } from './domain/paper-presentation.ts';
import type { TranscodePlan } from './domain/plan.ts';
import type { PartFacts } from './domain/presentation.ts';
import { jobKey, partKey } from './keys.ts';

/** What is to be made of sources, and facts of the parts that were made: access patterns AP6 and AP7 of keys.ts. */
class JobStore<Plan, Facts extends { readonly part: string }> {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP6. Undefined until a plan was accepted. */
  async findPlan(assetId: string, objectVersion: string): Promise<Plan | undefined> {
    const job = await findItem(this.#db, this.#table, jobKey(assetId, objectVersion));
    return job?.plan as Plan | undefined;
  }

  /** AP7. Not conditional: the facts follow from plan and source, so a repeat writes the same. */
  async saveFacts(assetId: string, planHash: string, facts: Facts): Promise<void> {
    const Item = { ...partKey(assetId, planHash, facts.part), ...facts };
    await this.#db.send(new PutCommand({ TableName: this.#table, Item }));
  }

  /** AP7, all of a plan, in no particular order. A group of pages is at most 240 kB, of 400 that an item may be. */
  async allFacts(assetId: string, planHash: string): Promise<Facts[]> {
    const { pk, sk } = partKey(assetId, planHash, '');
    const facts = await queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :plan)',
      ExpressionAttributeValues: { ':pk': pk, ':plan': sk },
      ConsistentRead: true,
    });
    return facts as Facts[];
  }
}

/** Of recordings. */
export class PartStore extends JobStore<TranscodePlan, PartFacts> {}
/** Of documents, pictures and packages. */
export class PaperStore extends JobStore<PaperPlan, PaperFacts> {}
