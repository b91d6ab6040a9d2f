import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../core/clock.ts';
import type { JsonObject } from '../core/json.ts';
import { LocalRefusal, type LocalRoute } from './inspector.ts';
import { redrive } from './redrive.ts';
import { type Inspected, inspectorState } from './state.ts';

const PEEKED = 20;

/** An action: a POST whose input has the given shape. */
function action<T>(shape: z.ZodType<T>, run: (input: T) => unknown): LocalRoute {
  const answer = (input: JsonObject) => {
    const parsed = shape.safeParse(input);
    if (!parsed.success) throw new LocalRefusal(400, z.prettifyError(parsed.error));
    return run(parsed.data);
  };
  return { method: 'POST', answer };
}

function peek({ services }: Inspected, queue: string): string {
  return services.sqs
    .peek(queue, PEEKED)
    .map((message) => JSON.stringify({ ...message, body: parsed(message.body) }, null, 2))
    .join('\n\n');
}

/** A body that is JSON is shown as such, which is easier to read. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function logs({ services }: Inspected, name: string): string {
  const lines = services.lambda.logs(name);
  return lines.map(({ time, text }) => `${new Date(time).toISOString().slice(11, 23)} ${text}`).join('\n');
}

function runSchedule({ services }: Inspected, name: string) {
  if (!services.scheduler.runNow(name)) throw new LocalRefusal(404, `There is no schedule ${name}.`);
  return {};
}

/** Replays all that an archive holds, to every rule of its bus. */
function replay({ services, resources }: Inspected, name: string, now: number) {
  const archive = resources.of('AWS::Events::Archive').find((one) => one.name === name);
  if (!archive) throw new LocalRefusal(404, `There is no archive ${name}.`);
  return services.bus.call('StartReplay', {
    ReplayName: `inspector-${randomUUID()}`,
    EventSourceArn: archive.arn,
    EventStartTime: 0,
    EventEndTime: Math.ceil(now / 1000),
    Destination: { Arn: archive.properties.SourceArn },
  });
}

/** The routes of the inspector: the state that its page draws, and what its buttons do. */
export function inspectorRoutes(inspected: Inspected, clock: Clock): [path: string, route: LocalRoute][] {
  const queue = z.object({ queue: z.string() });
  return [
    ['/local/state.json', { method: 'GET', answer: () => inspectorState(inspected, clock) }],
    ['/local/actions/peek', action(queue, (input) => ({ text: peek(inspected, input.queue) }))],
    [
      '/local/actions/redrive',
      action(queue, async (input) => ({ moved: await redrive(inspected.services, input.queue) })),
    ],
    [
      '/local/actions/logs',
      action(z.object({ function: z.string() }), (input) => ({ text: logs(inspected, input.function) })),
    ],
    [
      '/local/actions/run-schedule',
      action(z.object({ schedule: z.string() }), (input) => runSchedule(inspected, input.schedule)),
    ],
    [
      '/local/actions/replay',
      action(z.object({ archive: z.string() }), (input) => replay(inspected, input.archive, clock.now())),
    ],
  ];
}
