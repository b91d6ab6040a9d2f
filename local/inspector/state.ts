import type { Clock } from '../core/clock.ts';
import type { Faults } from '../core/faults.ts';
import type { CheckedResources } from '../resources/checked-resources.ts';
import type { Services } from '../resources/services.ts';
import { deadLetterSources } from './dead-letters.ts';
import { labelsOf } from './labels.ts';

export type Inspected = {
  readonly services: Services;
  readonly resources: CheckedResources;
  readonly faults: Faults;
  readonly pendingWork: () => number;
};

const SHOWN_EVENTS = 25;

type Described = { readonly name: string };

function queues({ services, resources }: Inspected, labels: ReadonlyMap<string, string>) {
  const sources = deadLetterSources(resources, labels);
  const described = services.sqs.describe();
  return described.map(({ name, visible, inFlight, delayed }) => {
    const [oldest] = visible + inFlight + delayed > 0 ? services.sqs.peek(name, 1) : [];
    return {
      name,
      label: labels.get(name) ?? name,
      waiting: visible + delayed,
      inFlight,
      oldest: oldest?.sentAt,
      deadLettersOf: sources.get(name) ?? [],
      deadLetters: sources.has(name),
    };
  });
}

function events({ services }: Inspected, labels: ReadonlyMap<string, string>) {
  return services.bus.recent(SHOWN_EVENTS).map((event) => ({
    ...event,
    time: Date.parse(event.time),
    deliveries: event.deliveries.map(({ rule, state, attempts }) => ({
      consumer: labels.get(rule) ?? rule,
      state,
      attempts,
    })),
  }));
}

const tables = ({ services }: Inspected) =>
  services.dynamoDb.describe().map(({ name, items, bytes, usage }) => ({
    name,
    items,
    bytes,
    readUnits: usage.reduce((sum, total) => sum + total.readUnits, 0),
    writeUnits: usage.reduce((sum, total) => sum + total.writeUnits, 0),
  }));

const schedules = ({ services }: Inspected) =>
  services.scheduler.describe().map(({ name, expression, timeZone, lastRun, nextRun }) => ({
    name,
    expression: `${expression} ${timeZone}`,
    last: lastRun,
    next: nextRun,
  }));

/** What /local/state.json answers; times in epoch milliseconds, `now` by the cloud's own clock. */
export function inspectorState(inspected: Inspected, clock: Clock) {
  const { services, resources, faults } = inspected;
  const labels = labelsOf(resources.all);
  const labelled = <T extends Described>(described: readonly T[]) =>
    described.map((one) => ({ ...one, label: labels.get(one.name) ?? one.name }));
  return {
    now: clock.now(),
    pending: inspected.pendingWork(),
    faults: Object.entries(faults.hits)
      .filter(([, hits]) => hits > 0)
      .map(([kind, hits]) => `${kind} ×${hits}`)
      .join(', '),
    events: events(inspected, labels),
    queues: queues(inspected, labels),
    functions: labelled(services.lambda.describe()),
    schedules: labelled(schedules(inspected)),
    tables: labelled(tables(inspected)),
    buckets: labelled(services.s3.describe().map(({ name, objects, bytes }) => ({ name, objects, bytes }))),
    archives: labelled(services.bus.archives().map(({ name, events: stored }) => ({ name, events: stored }))),
  };
}
