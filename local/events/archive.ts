import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { JsonObject } from '../core/json.ts';
import { matches } from './pattern.ts';

/** An AWS::Events::Archive. `retentionDays` 0 or absent keeps events for ever. */
export type ArchiveDefinition = {
  readonly name: string;
  readonly arn: string;
  readonly bus: string;
  readonly pattern?: JsonObject;
  readonly retentionDays?: number;
};

type ArchivedEvent = { readonly id: number; readonly event: string };

const DAY_MS = 86_400_000;
const PRUNE_EVERY_MS = 3_600_000;

/** Keeps the events of a bus for replay. Replayed events carry `replay-name` and are not archived again, as on AWS. */
export class Archive {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #definitions = new Map<string, ArchiveDefinition>();
  #prunedAt = 0;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
    db.execute(`
      CREATE TABLE IF NOT EXISTS events_archive(
        id INTEGER PRIMARY KEY AUTOINCREMENT, archive TEXT NOT NULL, time INTEGER NOT NULL, event TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS events_archive_time ON events_archive(archive, time, id);
    `);
  }

  declare(definition: ArchiveDefinition): void {
    this.#definitions.set(definition.name, definition);
  }

  byArn(arn: string): ArchiveDefinition | undefined {
    return [...this.#definitions.values()].find((definition) => definition.arn === arn);
  }

  /** `time` is the event's own time in epoch milliseconds: replays select by it. */
  keep(bus: string, event: JsonObject, time: number): void {
    if (event['replay-name'] !== undefined) return;
    this.#prune();
    for (const { name, bus: source, pattern } of this.#definitions.values()) {
      if (source !== bus || (pattern && !matches(pattern, event))) continue;
      this.#db.run(
        'INSERT INTO events_archive(archive, time, event) VALUES (?, ?, ?)',
        name,
        time,
        JSON.stringify(event),
      );
    }
  }

  /** Up to `limit` events with `from <= time < to`, after the one with the id `after`, oldest row first. */
  read(archive: string, from: number, to: number, after: number, limit: number): ArchivedEvent[] {
    return this.#db.all<ArchivedEvent>(
      'SELECT id, event FROM events_archive WHERE archive = ? AND time >= ? AND time < ? AND id > ? ORDER BY id LIMIT ?',
      archive,
      from,
      to,
      after,
      limit,
    );
  }

  /** What the inspector lists: archives with the number of events they hold. */
  describe(): readonly (ArchiveDefinition & { readonly events: number })[] {
    return [...this.#definitions.values()].map((definition) => ({
      ...definition,
      events:
        this.#db.get<{ n: number }>(
          'SELECT COUNT(*) n FROM events_archive WHERE archive = ?',
          definition.name,
        )?.n ?? 0,
    }));
  }

  #prune(): void {
    const now = this.#clock.now();
    if (now - this.#prunedAt < PRUNE_EVERY_MS) return;
    this.#prunedAt = now;
    for (const { name, retentionDays } of this.#definitions.values()) {
      if (retentionDays)
        this.#db.run(
          'DELETE FROM events_archive WHERE archive = ? AND time < ?',
          name,
          now - retentionDays * DAY_MS,
        );
    }
  }
}
