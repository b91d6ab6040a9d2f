import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import type { Deliver } from '../events/delivery.ts';
import { DeliveryQueue } from '../events/delivery-queue.ts';
import { WakeUp } from '../events/wake-up.ts';
import { latestDue, type Timetable, timetable } from './expression.ts';
import { type ScheduleDefinition, scheduleRoute } from './schedule.ts';
import { type Progress, ScheduleStore } from './schedule-store.ts';

/** A rule with a ScheduleExpression; `fire` puts its event within the caller's transaction. Always in UTC. */
export type ScheduledRule = {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  readonly enabled: boolean;
  readonly fire: (scheduledAt: number) => void;
};

/** A schedule as the inspector shows it; times are epoch milliseconds. */
export type ScheduleSummary = {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly lastRun?: number;
  readonly nextRun?: number;
};

type Entry = Omit<ScheduleSummary, 'lastRun' | 'nextRun'> & {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly firstRateRun: 'now' | 'after one period';
  readonly fire: (scheduledAt: number) => void;
};

type Dependencies = {
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly deliver: Deliver;
  readonly log: (line: string) => void;
};

const KEPT_RUNS = 500;

/**
 * EventBridge Scheduler and the schedules of rules. The last run is stored: a schedule that fell due while the
 * machine was off runs once at the next start, with its latest due time. AWS is never off; this is a local courtesy.
 */
export class Scheduler {
  readonly #d: Dependencies;
  readonly #store: ScheduleStore;
  readonly #queue: DeliveryQueue;
  readonly #entries = new Map<string, Entry>();
  readonly #schedules = new Map<string, ScheduleDefinition>();
  readonly #timetables = new Map<string, Timetable['next']>();
  /** The next due time by ARN; computed after each run, because a cron expression is slow to search. */
  readonly #due = new Map<string, number>();
  readonly #wakeUp: WakeUp;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
    this.#wakeUp = new WakeUp(dependencies.clock, () => this.#tick());
    this.#store = new ScheduleStore(dependencies.db);
    this.#queue = new DeliveryQueue({
      ...dependencies,
      table: 'scheduler_delivery',
      route: (row) => {
        const schedule = this.#schedules.get(row.source);
        return schedule && scheduleRoute(schedule, row);
      },
    });
  }

  /** Throws a sentence when the expression is not valid. */
  ensureSchedule(definition: ScheduleDefinition): void {
    const { name, arn, expression, timeZone = 'UTC', enabled, startsAt = 0, endsAt = Infinity } = definition;
    this.#schedules.set(arn, definition);
    const fire = (scheduledAt: number) => this.#send(arn, scheduledAt);
    this.#declare({ name, arn, expression, timeZone, enabled, startsAt, endsAt, firstRateRun: 'now', fire });
  }

  /** Throws a sentence when the expression is not valid. */
  ensureRule(rule: ScheduledRule): void {
    const always = {
      timeZone: 'UTC',
      startsAt: 0,
      endsAt: Infinity,
      firstRateRun: 'after one period',
    } as const;
    this.#declare({ ...rule, ...always });
  }

  /** Runs what fell due while the machine was off, then keeps time. Call once everything is declared. */
  start(): void {
    this.#queue.wake();
    this.#tick();
  }

  /** Fires a schedule or rule at once, by name or ARN, without moving its timetable. Returns false when unknown. */
  runNow(nameOrArn: string): boolean {
    const entry =
      this.#entries.get(nameOrArn) ?? [...this.#entries.values()].find((e) => e.name === nameOrArn);
    if (!entry) return false;
    this.#run(entry, this.#d.clock.now(), this.#progress(entry).cursor);
    return true;
  }

  describe(): ScheduleSummary[] {
    return [...this.#entries.values()].map((entry) => {
      const { name, arn, expression, timeZone, enabled } = entry;
      const { lastRun } = this.#progress(entry);
      const nextRun = this.#due.get(arn);
      return {
        name,
        arn,
        expression,
        timeZone,
        enabled,
        ...(lastRun !== undefined && { lastRun }),
        ...(nextRun !== undefined && { nextRun }),
      };
    });
  }

  /** Runs that have not reached their target; times that have not come do not count. */
  pending(): number {
    return this.#queue.pending();
  }

  stop(): void {
    this.#wakeUp.stop();
    this.#queue.stop();
  }

  #declare(entry: Entry): void {
    const { arn, expression, timeZone, startsAt, firstRateRun } = entry;
    const now = this.#d.clock.now();
    const known = this.#store.find(arn);
    const anchor = known?.expression === expression ? known.anchor : startsAt || now;
    const { next, runsAtAnchor } = timetable(expression, timeZone, anchor);
    this.#entries.set(arn, entry);
    this.#timetables.set(arn, next);
    if (known?.expression === expression) {
      this.#plan(entry, known.cursor);
      return;
    }
    const cursor = runsAtAnchor && firstRateRun === 'now' ? now - 1 : now;
    this.#store.save(arn, { expression, anchor, cursor, lastRun: known?.lastRun });
    this.#plan(entry, cursor);
  }

  #progress({ arn, expression }: Entry): Progress {
    const known = this.#store.find(arn);
    return known ?? { expression, anchor: 0, cursor: this.#d.clock.now(), lastRun: undefined };
  }

  /** The timetable of an entry within its start and end date. */
  #next(entry: Entry): Timetable['next'] {
    const next = this.#timetables.get(entry.arn);
    return (after) => {
      const time = next?.(Math.max(after, entry.startsAt - 1));
      return time !== undefined && time <= entry.endsAt ? time : undefined;
    };
  }

  #tick(): void {
    const now = this.#d.clock.now();
    for (const entry of this.#entries.values()) {
      if ((this.#due.get(entry.arn) ?? Infinity) <= now) {
        const latest = latestDue(this.#next(entry), this.#progress(entry).cursor, now);
        if (latest !== undefined) this.#run(entry, latest, now);
      }
    }
    if (this.#due.size > 0) this.#wakeUp.at(Math.min(...this.#due.values()));
  }

  #run(entry: Entry, scheduledAt: number, cursor: number): void {
    const { db, clock } = this.#d;
    db.transaction(() => {
      entry.fire(scheduledAt);
      this.#store.saveRun(entry.arn, cursor, clock.now());
    });
    this.#plan(entry, cursor);
  }

  #plan(entry: Entry, cursor: number): void {
    const due = entry.enabled ? this.#next(entry)(cursor) : undefined;
    if (due === undefined) this.#due.delete(entry.arn);
    else this.#due.set(entry.arn, due);
  }

  #send(arn: string, scheduledAt: number): void {
    const n = this.#store.nextRunNumber(arn);
    this.#queue.add({ source: arn, target: 'target', event: n, body: String(scheduledAt) });
    this.#queue.forget(n - KEPT_RUNS);
    this.#store.forgetRunsBefore(n - KEPT_RUNS);
  }
}
