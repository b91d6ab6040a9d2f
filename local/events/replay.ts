import * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { JsonObject } from '../core/json.ts';
import type { Archive } from './archive.ts';
import { WakeUp } from './wake-up.ts';

const Start = z.object({
  ReplayName: z.string().regex(/^[.\-_A-Za-z0-9]{1,64}$/),
  EventSourceArn: z.string(),
  EventStartTime: z.number(),
  EventEndTime: z.number(),
  Destination: z.object({ Arn: z.string(), FilterArns: z.array(z.string()).optional() }),
  Description: z.string().optional(),
});

type ReplayRow = {
  readonly name: string;
  readonly archive: string;
  readonly source_arn: string;
  readonly destination_arn: string;
  readonly rules: string;
  readonly from_ms: number;
  readonly to_ms: number;
  readonly cursor: number;
  readonly state: 'RUNNING' | 'COMPLETED';
  readonly started_at: number;
  readonly ended_at: number | null;
};

type Dependencies = {
  readonly db: Database;
  readonly clock: Clock;
  readonly archive: Archive;
  readonly arnPrefix: string;
  /** Matches one replayed event against the rules of a bus; `rules` empty means all of them. */
  readonly publish: (bus: string, event: JsonObject, rules: readonly string[]) => void;
};

const BATCH = 50;
const invalid = (message: string) => new AwsError('ValidationException', message);

/** StartReplay and DescribeReplay. The cursor commits with the events it passed, so a crash resumes where it was. */
export class Replays {
  readonly #d: Dependencies;
  readonly #wakeUp: WakeUp;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
    this.#wakeUp = new WakeUp(dependencies.clock, () => this.#run());
    dependencies.db.execute(`
      CREATE TABLE IF NOT EXISTS events_replay(
        name TEXT PRIMARY KEY, archive TEXT NOT NULL, source_arn TEXT NOT NULL, destination_arn TEXT NOT NULL,
        rules TEXT NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, cursor INTEGER NOT NULL,
        state TEXT NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER);
    `);
  }

  start(input: Record<string, unknown>): JsonObject {
    const { db, clock, archive, arnPrefix } = this.#d;
    const parsed = Start.safeParse(input);
    if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
    const { ReplayName, EventSourceArn, EventStartTime, EventEndTime, Destination } = parsed.data;
    const source = archive.byArn(EventSourceArn);
    if (!source) throw new AwsError('ResourceNotFoundException', `Archive ${EventSourceArn} does not exist.`);
    if (Destination.Arn.split('/').at(-1) !== source.bus)
      throw invalid('Parameter Destination.Arn is not valid. Reason: Must be the source bus of the archive.');
    if (EventEndTime <= EventStartTime)
      throw invalid(
        'Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.',
      );
    if (this.#row(ReplayName))
      throw new AwsError('ResourceAlreadyExistsException', `Replay ${ReplayName} already exists.`);
    db.run(
      'INSERT INTO events_replay VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, NULL)',
      ReplayName,
      source.name,
      EventSourceArn,
      Destination.Arn,
      JSON.stringify(Destination.FilterArns ?? []),
      Math.floor(EventStartTime * 1000),
      Math.floor(EventEndTime * 1000),
      'RUNNING',
      clock.now(),
    );
    this.wake();
    return { ReplayArn: arnPrefix + ReplayName, State: 'STARTING', ReplayStartTime: clock.now() / 1000 };
  }

  describe(name: unknown): JsonObject {
    const row = this.#row(String(name));
    if (!row) throw new AwsError('ResourceNotFoundException', `Replay ${name} does not exist.`);
    return {
      ReplayName: row.name,
      ReplayArn: this.#d.arnPrefix + row.name,
      State: row.state,
      EventSourceArn: row.source_arn,
      Destination: { Arn: row.destination_arn, FilterArns: JSON.parse(row.rules) as string[] },
      EventStartTime: row.from_ms / 1000,
      EventEndTime: row.to_ms / 1000,
      ReplayStartTime: row.started_at / 1000,
      ...(row.ended_at !== null && { ReplayEndTime: row.ended_at / 1000 }),
    };
  }

  pending(): number {
    return this.#running().length;
  }

  wake(): void {
    this.#wakeUp.soon();
  }

  stop(): void {
    this.#wakeUp.stop();
  }

  #run(): void {
    const [next] = this.#running();
    if (!next) return;
    this.#advance(next);
    this.#wakeUp.soon();
  }

  #row(name: string): ReplayRow | undefined {
    return this.#d.db.get<ReplayRow>('SELECT * FROM events_replay WHERE name = ?', name);
  }

  #running(): ReplayRow[] {
    return this.#d.db.all<ReplayRow>(
      "SELECT * FROM events_replay WHERE state = 'RUNNING' ORDER BY started_at",
    );
  }

  #advance(replay: ReplayRow): void {
    const { db, clock, archive, publish } = this.#d;
    const events = archive.read(replay.archive, replay.from_ms, replay.to_ms, replay.cursor, BATCH);
    const bus = replay.destination_arn.split('/').at(-1) ?? '';
    const rules = JSON.parse(replay.rules) as string[];
    db.transaction(() => {
      for (const { event } of events)
        publish(bus, { ...(JSON.parse(event) as JsonObject), 'replay-name': replay.name }, rules);
      const last = events.at(-1);
      if (last) db.run('UPDATE events_replay SET cursor = ? WHERE name = ?', last.id, replay.name);
      else
        db.run(
          "UPDATE events_replay SET state = 'COMPLETED', ended_at = ? WHERE name = ?",
          clock.now(),
          replay.name,
        );
    });
  }
}
