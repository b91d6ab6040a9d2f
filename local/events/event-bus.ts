import { randomUUID } from 'node:crypto';
import { AwsError, type AwsService } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import { isObject, type JsonObject } from '../core/json.ts';
import { Archive, type ArchiveDefinition } from './archive.ts';
import type { Deliver } from './delivery.ts';
import { DeliveryQueue, type DeliveryRow } from './delivery-queue.ts';
import { EventLog, type RecentEvent } from './event-log.ts';
import { matches } from './pattern.ts';
import { validatePattern } from './pattern-validation.ts';
import { checkEntry, readEntries } from './put-events.ts';
import { Replays } from './replay.ts';
import { type RuleDefinition, ruleRoute } from './rule.ts';

/** What makes an event; `time` in epoch milliseconds, now when absent. */
export type NewEvent = {
  readonly source: string;
  readonly detailType: string;
  readonly detail: JsonObject;
  readonly resources?: readonly string[];
  readonly time?: number;
};

type Dependencies = {
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly region: string;
  readonly account: string;
  readonly deliver: Deliver;
  readonly log: (line: string) => void;
};

/**
 * Amazon EventBridge buses, rules, archives and replays. PutEvents answers once the event and one delivery per
 * matching target are durable.
 */
export class EventBus implements AwsService {
  readonly #d: Dependencies;
  readonly #buses = new Set(['default']);
  readonly #rules = new Map<string, RuleDefinition>();
  readonly #queue: DeliveryQueue;
  readonly #log: EventLog;
  readonly #archive: Archive;
  readonly #replays: Replays;
  readonly #operations: Readonly<Record<string, (input: Record<string, unknown>) => unknown>> = {
    PutEvents: (input) => this.#putEvents(input),
    TestEventPattern: (input) => testEventPattern(input),
    StartReplay: (input) => this.#replays.start(input),
    DescribeReplay: (input) => this.#replays.describe(input.ReplayName),
  };

  constructor(dependencies: Dependencies) {
    const { db, clock, region, account } = dependencies;
    this.#d = dependencies;
    this.#queue = new DeliveryQueue({
      ...dependencies,
      table: 'events_delivery',
      route: (row) => this.#route(row),
    });
    this.#log = new EventLog(db, this.#queue);
    this.#archive = new Archive(db, clock);
    this.#replays = new Replays({
      db,
      clock,
      archive: this.#archive,
      arnPrefix: `arn:aws:events:${region}:${account}:replay/`,
      publish: (bus, event, rules) => this.put(bus, event, rules),
    });
  }

  call(operation: string, input: Record<string, unknown>): unknown {
    const handler = this.#operations[operation];
    if (!handler)
      throw new AwsError('UnknownOperationException', `EventBridge ${operation} is not supported locally.`);
    return handler(input);
  }

  ensureBus(name: string): void {
    this.#buses.add(name);
  }

  /** Throws InvalidEventPatternException for a pattern that AWS would refuse. */
  ensureRule(rule: RuleDefinition): void {
    if (rule.pattern) validatePattern(rule.pattern);
    this.#rules.set(rule.arn, rule);
  }

  ensureArchive(archive: ArchiveDefinition): void {
    if (archive.pattern) validatePattern(archive.pattern);
    this.#archive.declare(archive);
  }

  /** Resumes what a stop or crash left behind. Call once every rule is declared: rows without a rule are dropped. */
  start(): void {
    this.#queue.wake();
    this.#replays.wake();
  }

  /** Publishes an event of an AWS service (S3, Lambda destinations) and returns its id; joins the caller's transaction. */
  emit(bus: string, event: NewEvent): string {
    const envelope = this.#envelope(event);
    this.put(bus, envelope);
    return envelope.id;
  }

  /** Puts a complete event on a bus, as a rule with a bus as its target does; `onlyRules` (ARNs) narrows who sees it. */
  put(bus: string, event: JsonObject, onlyRules: readonly string[] = []): void {
    if (!this.#buses.has(bus))
      throw new AwsError('ResourceNotFoundException', `Event bus ${bus} does not exist.`);
    const rules = [...this.#rules.values()].filter(
      (rule) => rule.bus === bus && rule.pattern && (onlyRules.length === 0 || onlyRules.includes(rule.arn)),
    );
    this.#d.db.transaction(() => {
      this.#archive.keep(bus, event, Date.parse(String(event.time)));
      const matching = rules.filter((rule) => rule.pattern && matches(rule.pattern, event));
      this.#send(bus, event, matching);
    });
  }

  /** Runs a rule with a ScheduleExpression: each target receives a Scheduled Event of that time. */
  fire(ruleArn: string, time: number): void {
    const rule = this.#rules.get(ruleArn);
    if (!rule) throw new AwsError('ResourceNotFoundException', `Rule ${ruleArn} does not exist.`);
    const event = {
      source: 'aws.events',
      detailType: 'Scheduled Event',
      detail: {},
      resources: [ruleArn],
      time,
    };
    this.#d.db.transaction(() => this.#send(rule.bus, this.#envelope(event), [rule]));
  }

  /** The latest events, newest first, with where each went. */
  recent(limit: number): RecentEvent[] {
    return this.#log.recent(limit);
  }

  archives(): ReturnType<Archive['describe']> {
    return this.#archive.describe();
  }

  /** Deliveries still to be made or retried, and replays still running. */
  pending(): number {
    return this.#queue.pending() + this.#replays.pending();
  }

  stop(): void {
    this.#queue.stop();
    this.#replays.stop();
  }

  #send(bus: string, event: JsonObject, rules: readonly RuleDefinition[]): void {
    const body = JSON.stringify(event);
    const row = this.#log.add(bus, event, this.#d.clock.now());
    for (const rule of rules)
      for (const target of rule.targets)
        this.#queue.add({ source: rule.arn, target: target.Id, event: row, body });
  }

  #route(row: DeliveryRow) {
    const rule = this.#rules.get(row.source);
    return rule && ruleRoute(rule, row);
  }

  #envelope(event: NewEvent) {
    const time = new Date(event.time ?? this.#d.clock.now());
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': event.detailType,
      source: event.source,
      account: this.#d.account,
      time: `${time.toISOString().slice(0, 19)}Z`,
      region: this.#d.region,
      resources: event.resources ?? [],
      detail: event.detail,
    };
  }

  #putEvents(input: Record<string, unknown>): JsonObject {
    const checked = readEntries(input).map((entry) => checkEntry(entry, (bus) => this.#buses.has(bus)));
    const Entries = this.#d.db.transaction(() =>
      checked.map((one): JsonObject => {
        if (!one.ok) return { ErrorCode: one.ErrorCode, ErrorMessage: one.ErrorMessage };
        const { Source = '', DetailType = '', Resources, Time } = one.entry;
        const event = { source: Source, detailType: DetailType, detail: one.detail };
        const time = Time === undefined ? {} : { time: Time * 1000 };
        return {
          EventId: this.emit(one.bus, { ...event, ...time, ...(Resources && { resources: Resources }) }),
        };
      }),
    );
    return { FailedEntryCount: checked.filter((one) => !one.ok).length, Entries };
  }
}

const testEventPattern = (input: Record<string, unknown>): JsonObject => {
  const pattern: unknown = JSON.parse(String(input.EventPattern));
  const event: unknown = JSON.parse(String(input.Event));
  if (!isObject(pattern) || !isObject(event))
    throw new AwsError('ValidationException', 'EventPattern and Event must be JSON objects.');
  validatePattern(pattern);
  return { Result: matches(pattern, event) };
};
