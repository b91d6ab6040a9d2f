import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import { findItem } from '#shared/store/find-item.ts';
import { isConditionFailure, putNew, type TransactItem, transact } from '#shared/store/transactions.ts';
import type { DailySummary } from './domain/daily-summary.ts';
import { type Counts, FIGURES, type Tally } from './domain/figures.ts';

/**
 * Figures and reports. Access patterns:
 * AP1 figures of a day            DAYS#year / DAY#d
 * AP2 figures of a school year    YEAR#y / META
 * AP3 days of a calendar year     DAYS#year / DAY#…, descending
 * AP4 events taken in             CONSUMED#figures / eventId
 * AP5 the summary of a day        DAILY#d / META
 * AP6 the day of a report         REPORT#r / META
 * AP7 written reports             gsi1: WRITTEN / DAILY#d, descending
 */
const dayKey = (day: string) => ({ pk: `DAYS#${day.slice(0, 4)}`, sk: `DAY#${day}` });
const yearKey = (schoolYear: string) => ({ pk: `YEAR#${schoolYear}`, sk: 'META' });
const summaryKey = (day: string) => ({ pk: `DAILY#${day}`, sk: 'META' });
const reportKey = (reportId: string) => ({ pk: `REPORT#${reportId}`, sk: 'META' });
const PAGE = 50;

export type DayCounts = Counts & {
  readonly day: string;
  /** Events taken in, of which `late` belong to earlier days. */
  readonly taken: number;
  readonly late: number;
};
export type WrittenSummary = DailySummary & { readonly writtenAt: string };
type Item = Record<string, unknown>;

const countsIn = (item: Item): Counts => ({
  values: Object.fromEntries(
    FIGURES.flatMap(({ code }) => (typeof item[code] === 'number' ? [[code, item[code]]] : [])),
  ),
  ...(typeof item.watermark === 'string' && { watermark: item.watermark }),
});

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

const dayIn = (item: Item): DayCounts => ({
  ...countsIn(item),
  day: String(item.sk).slice('DAY#'.length),
  taken: numberIn(item.taken),
  late: numberIn(item.late),
});

export class ReportStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP1 */
  async findDay(day: string): Promise<DayCounts | undefined> {
    const item = await findItem(this.#db, this.#table, dayKey(day));
    return item && dayIn(item);
  }

  /** AP2 */
  async findYear(schoolYear: string): Promise<Counts | undefined> {
    const item = await findItem(this.#db, this.#table, yearKey(schoolYear));
    return item && countsIn(item);
  }

  /** AP3: the last days that have figures, newest first, of this calendar year and the one before. */
  async lastDays(today: string, limit: number): Promise<DayCounts[]> {
    const days = await this.#daysUntil(today, limit);
    if (days.length === limit) return days;
    const newYearsEve = `${Number(today.slice(0, 4)) - 1}-12-31`;
    return [...days, ...(await this.#daysUntil(newYearsEve, limit - days.length))];
  }

  async #daysUntil(today: string, limit: number): Promise<DayCounts[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND sk <= :today',
        ExpressionAttributeValues: { ':pk': dayKey(today).pk, ':today': dayKey(today).sk },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map(dayIn);
  }

  /**
   * AP4, AP1 and AP2 in one write: an event counts once. `'frozen'` when the day's summary has been written already;
   * then the caller counts it, as late, in a day that is still open.
   */
  async count(
    event: { readonly eventId: string; readonly occurredAt: string },
    into: { readonly day: string; readonly schoolYear: string; readonly late: boolean },
    adds: Tally['adds'],
  ): Promise<'counted' | 'repeated' | 'frozen'> {
    const outcome = await transact(this.#db, [
      putNew(this.#table, { pk: 'CONSUMED#figures', sk: event.eventId }),
      this.#add(dayKey(into.day), adds, event.occurredAt, { open: true, late: into.late }),
      this.#add(yearKey(into.schoolYear), adds, event.occurredAt, { open: false, late: false }),
    ]);
    if (outcome.ok) return 'counted';
    return outcome.failed.includes(0) ? 'repeated' : 'frozen';
  }

  /** AP5 */
  async findSummary(day: string): Promise<(DailySummary & { readonly writtenAt?: string }) | undefined> {
    return (await findItem(this.#db, this.#table, summaryKey(day))) as
      | (DailySummary & { writtenAt?: string })
      | undefined;
  }

  /** AP6, then AP5. Undefined until its document is written. */
  async findReport(reportId: string): Promise<WrittenSummary | undefined> {
    const day = (await findItem(this.#db, this.#table, reportKey(reportId)))?.day;
    const summary = typeof day === 'string' ? await this.findSummary(day) : undefined;
    return summary?.writtenAt ? { ...summary, writtenAt: summary.writtenAt } : undefined;
  }

  /** AP7, newest first, a page of 50. */
  async listWritten(
    cursor?: string,
  ): Promise<{ reports: WrittenSummary[]; next?: string } | 'invalid-cursor'> {
    const start = fromCursor(cursor);
    if (cursor && start?.gsi1pk !== 'WRITTEN') return 'invalid-cursor';
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': 'WRITTEN' },
        ExclusiveStartKey: start,
        ScanIndexForward: false,
        Limit: PAGE,
      }),
    );
    const next = toCursor(LastEvaluatedKey);
    return { reports: Items as WrittenSummary[], ...(next && { next }) };
  }

  /** Freezes the day together with its summary, if the day is still as it was read. */
  async saveFrozen(summary: DailySummary, was: DayCounts | undefined): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      putNew(this.#table, { ...summaryKey(summary.day), ...summary }),
      putNew(this.#table, { ...reportKey(summary.reportId), day: summary.day }),
      {
        Update: {
          TableName: this.#table,
          Key: dayKey(summary.day),
          UpdateExpression: 'SET frozenAt = :at',
          ConditionExpression: was
            ? 'taken = :taken AND attribute_not_exists(frozenAt)'
            : 'attribute_not_exists(pk)',
          ExpressionAttributeValues: { ':at': summary.frozenAt, ...(was && { ':taken': was.taken }) },
        },
      },
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** The document lies in the bucket: the report is listed from now on. A repeat changes nothing. */
  async saveWritten(summary: WrittenSummary, outbox: Outbox): Promise<void> {
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: summaryKey(summary.day),
          UpdateExpression:
            'SET writtenAt = :at, gsi1pk = :written, gsi1sk = :day, outbox = :outbox, outboxId = :outboxId',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(writtenAt)',
          ExpressionAttributeValues: {
            ':at': summary.writtenAt,
            ':written': 'WRITTEN',
            ':day': summaryKey(summary.day).pk,
            ':outbox': outbox.outbox,
            ':outboxId': outbox.outboxId,
          },
        }),
      );
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
    }
  }

  #add(
    Key: Record<string, string>,
    figures: Tally['adds'],
    watermark: string,
    day: { open: boolean; late: boolean },
  ): TransactItem {
    const codes = Object.keys(figures);
    const names = Object.fromEntries(codes.map((code, index) => [`#c${index}`, code]));
    const values = Object.fromEntries(codes.map((code, index) => [`:c${index}`, figures[code]]));
    const adds = codes.map((_, index) => `#c${index} :c${index}`);
    return {
      Update: {
        TableName: this.#table,
        Key,
        UpdateExpression: `SET watermark = :watermark ADD taken :one, ${[...adds, ...(day.late ? ['late :one'] : [])].join(', ')}`,
        ...(day.open && { ConditionExpression: 'attribute_not_exists(frozenAt)' }),
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ...values, ':one': 1, ':watermark': watermark },
      },
    };
  }
}
