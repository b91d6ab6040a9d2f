import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import { queryAll } from '#shared/store/query.ts';
import { isConditionFailure, putNew, type TransactItem } from '#shared/store/transactions.ts';
import type { MarkingTask } from './domain/marking.ts';
import { taskKey, waitingFor } from './keys.ts';

/** A task as it is written; once it is decided it leaves the queue. */
const itemOf = (task: MarkingTask) => ({
  ...taskKey(task.quizId, task.taskId),
  ...(task.points === undefined && { gsi1pk: waitingFor(task.quizId), gsi1sk: task.taskId }),
  ...task,
});

/** A task without what only the table knows: its place in the queue is decided anew by every write. */
const toTask = ({ pk, sk, gsi1pk, gsi1sk, ...task }: Record<string, unknown>) =>
  task as unknown as MarkingTask;

/** A new task, to be written with the mark that waits for it. */
export const newTask = (table: string, task: MarkingTask): TransactItem => putNew(table, itemOf(task));

/** The next state of a task, if it is still the one that was read. */
export const nextTask = (table: string, task: MarkingTask): TransactItem & { readonly Put: object } => ({
  Put: {
    TableName: table,
    Item: itemOf(task),
    ConditionExpression: 'version = :was',
    ExpressionAttributeValues: { ':was': task.version - 1 },
  },
});

/** Answers that people mark: access patterns AP20 and AP21 of keys.ts. */
export class MarkingStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP20 */
  async findTask(quizId: string, taskId: string): Promise<MarkingTask | undefined> {
    const item = await findItem(this.#db, this.#table, taskKey(quizId, taskId));
    return item && toTask(item);
  }

  /** AP21, all that wait: some hundreds for a quiz of a few essays. An index is behind by a moment. */
  async waiting(quizId: string): Promise<MarkingTask[]> {
    const found = await queryAll(this.#db, {
      TableName: this.#table,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': waitingFor(quizId) },
    });
    return found.map(toTask);
  }

  /** AP20. `'conflict'` when it has changed since it was read. */
  async saveTask(task: MarkingTask): Promise<'saved' | 'conflict'> {
    const { Item, ConditionExpression, ExpressionAttributeValues } = nextTask(this.#table, task).Put as {
      Item: Record<string, unknown>;
      ConditionExpression: string;
      ExpressionAttributeValues: Record<string, unknown>;
    };
    try {
      await this.#db.send(
        new PutCommand({ TableName: this.#table, Item, ConditionExpression, ExpressionAttributeValues }),
      );
      return 'saved';
    } catch (error) {
      if (isConditionFailure(error)) return 'conflict';
      throw error;
    }
  }
}
