import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import { putNew, type TransactItem, transact } from '#shared/store/transactions.ts';
import type { Counters } from './domain/counters.ts';
import { type Touch, touchWindow } from './domain/touch.ts';
import { consumedKey, counterKey, creditKey, touchKey, visitorKeyOf } from './keys.ts';

export type Credit = {
  readonly enrolmentId: string;
  readonly touchId: string;
  readonly campaignId: string;
  readonly channelId: string;
  readonly at: string;
};

/** Touches, counters and credits; access patterns AP4 to AP8 of keys.ts. */
export class TouchStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP4: the touch this device already made with the link in this minute. */
  async findRecent(channelId: string, visitorKey: string, at: string): Promise<Touch | undefined> {
    const key = touchKey(channelId, visitorKey, touchWindow(at));
    return (await findItem(this.#db, this.#table, key)) as Touch | undefined;
  }

  /** AP5. By index, so a touch of the last second may be missing. */
  async findTouch(touchId: string): Promise<Touch | undefined> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': `TOUCH#${touchId}` },
        Limit: 1,
      }),
    );
    return Items[0] as Touch | undefined;
  }

  /** AP4 and AP6 in one write. `'known-visitor'` and `'repeated'` write nothing. */
  async saveTouch(
    touch: Touch,
    outbox: Outbox,
    newVisitor: boolean,
  ): Promise<'saved' | 'known-visitor' | 'repeated'> {
    const outcome = await transact(this.#db, [
      putNew(this.#table, {
        ...touchKey(touch.channelId, touch.visitorKey, touchWindow(touch.at)),
        gsi1pk: `TOUCH#${touch.touchId}`,
        gsi1sk: 'META',
        ...touch,
        ...outbox,
      }),
      ...(newVisitor
        ? [
            putNew(this.#table, {
              ...visitorKeyOf(touch.campaignId, touch.visitorKey),
              firstTouchId: touch.touchId,
            }),
          ]
        : []),
    ]);
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'repeated' : 'known-visitor';
  }

  /** AP8 and the counter in one write, so an event that comes again adds nothing. */
  async count(
    event: { readonly consumer: string; readonly eventId: string; readonly at: string },
    where: { readonly campaignId: string; readonly channelId: string },
    added: Counters,
  ): Promise<'counted' | 'repeated'> {
    const outcome = await transact(this.#db, [
      putNew(this.#table, { ...consumedKey(event.consumer, event.eventId), at: event.at }),
      this.#addTo(where, added, event.at),
    ]);
    return outcome.ok ? 'counted' : 'repeated';
  }

  /** AP7 and the counter in one write: an enrolment is credited once in its life. */
  async saveCredit(credit: Credit, outbox: Outbox): Promise<'credited' | 'repeated'> {
    const outcome = await transact(this.#db, [
      putNew(this.#table, { ...creditKey(credit.enrolmentId), ...credit, ...outbox }),
      this.#addTo(credit, { touches: 0, scans: 0, visitors: 0, enrolments: 1 }, credit.at),
    ]);
    return outcome.ok ? 'credited' : 'repeated';
  }

  #addTo(
    where: { readonly campaignId: string; readonly channelId: string },
    added: Counters,
    at: string,
  ): TransactItem {
    return {
      Update: {
        TableName: this.#table,
        Key: counterKey(where.campaignId, where.channelId),
        UpdateExpression:
          'SET channelId = :channel, countedAt = :at ADD touches :touches, scans :scans, visitors :visitors, enrolments :enrolments',
        ExpressionAttributeValues: {
          ':channel': where.channelId,
          ':at': at,
          ':touches': added.touches,
          ':scans': added.scans,
          ':visitors': added.visitors,
          ':enrolments': added.enrolments,
        },
      },
    };
  }
}
