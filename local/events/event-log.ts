import type { Database } from '../core/database.ts';
import { isObject, type JsonObject } from '../core/json.ts';
import type { DeliveryQueue } from './delivery-queue.ts';

/** An event as the inspector shows it; `eventId` is the domain's own id (detail.metadata.eventId). */
export type RecentEvent = {
  readonly time: string;
  readonly bus: string;
  readonly source: string;
  readonly detailType: string;
  readonly id: string;
  readonly eventId?: string;
  readonly deliveries: readonly {
    readonly rule: string;
    readonly target: string;
    readonly state: 'pending' | 'delivered' | 'dead';
    readonly attempts: number;
  }[];
};

type EventRow = { readonly n: number; readonly bus: string; readonly event: string };

/** Events and closed deliveries that are kept for the inspector; pruned in steps so that most writes prune nothing. */
const KEPT = 1000;
const PRUNE_EVERY = 100;

const eventId = (event: JsonObject): string | undefined => {
  const metadata = isObject(event.detail) ? event.detail.metadata : undefined;
  return isObject(metadata) && typeof metadata.eventId === 'string' ? metadata.eventId : undefined;
};

/** The latest events of all buses with their deliveries. */
export class EventLog {
  readonly #db: Database;
  readonly #queue: DeliveryQueue;

  constructor(db: Database, queue: DeliveryQueue) {
    this.#db = db;
    this.#queue = queue;
    db.execute(
      'CREATE TABLE IF NOT EXISTS events_log(n INTEGER PRIMARY KEY AUTOINCREMENT, bus TEXT, received_at INTEGER, event TEXT)',
    );
  }

  /** Returns the row number that deliveries refer to. */
  add(bus: string, event: JsonObject, now: number): number {
    const row = this.#db.get<{ n: number }>(
      'INSERT INTO events_log(bus, received_at, event) VALUES (?, ?, ?) RETURNING n',
      bus,
      now,
      JSON.stringify(event),
    );
    const n = row?.n ?? 0;
    if (n % PRUNE_EVERY === 0) this.#prune(n - KEPT);
    return n;
  }

  recent(limit: number): RecentEvent[] {
    const rows = this.#db.all<EventRow>(
      'SELECT n, bus, event FROM events_log ORDER BY n DESC LIMIT ?',
      limit,
    );
    return rows.map(({ n, bus, event }) => this.#summary(n, bus, JSON.parse(event) as JsonObject));
  }

  #summary(n: number, bus: string, event: JsonObject): RecentEvent {
    const domainId = eventId(event);
    return {
      time: String(event.time),
      bus,
      source: String(event.source),
      detailType: String(event['detail-type']),
      id: String(event.id),
      ...(domainId && { eventId: domainId }),
      deliveries: this.#queue.of(n).map(({ source, target, state, attempts }) => ({
        rule: source.split('/').at(-1) ?? source,
        target,
        state,
        attempts,
      })),
    };
  }

  #prune(before: number): void {
    this.#db.run('DELETE FROM events_log WHERE n < ?', before);
    this.#queue.forget(before);
  }
}
