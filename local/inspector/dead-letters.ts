import { isObject } from '../core/json.ts';
import type { CheckedResources } from '../resources/checked-resources.ts';

/** Properties whose value is the ARN of a queue for what failed. */
const DEAD_LETTER_PROPERTIES = new Set(['DeadLetterConfig', 'OnFailure', 'RedrivePolicy']);
const QUEUE_ARN = /^arn:aws:sqs:[^:]*:[^:]*:(.+)$/;

function* queuesIn(value: unknown, isTarget: boolean): Generator<string> {
  if (typeof value === 'string') {
    const name = isTarget ? QUEUE_ARN.exec(value)?.[1] : undefined;
    if (name) yield name;
  } else if (Array.isArray(value)) for (const item of value) yield* queuesIn(item, isTarget);
  else if (isObject(value))
    for (const [key, inner] of Object.entries(value))
      yield* queuesIn(inner, isTarget || DEAD_LETTER_PROPERTIES.has(key));
}

/** Whose failures end up in which queue: queue name → labels of the resources that name it. */
export function deadLetterSources(
  resources: CheckedResources,
  labels: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const { name, properties } of resources.all)
    for (const queue of new Set(queuesIn(properties, false)))
      sources.set(queue, [...(sources.get(queue) ?? []), labels.get(name) ?? name]);
  return sources;
}
