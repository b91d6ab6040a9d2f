import { type Message, type MessageAttributes, md5OfAttributes } from './message.ts';
import type { QueueCounts } from './message-store.ts';
import type { Queue } from './queue.ts';

/** A message with only the attributes that the caller named; `All`, `.*` and `prefix.*` are understood. */
export function messageAnswer(
  message: Message,
  systemNames: readonly string[],
  attributeNames: readonly string[],
): object {
  const all = systemNames.includes('All');
  const system = Object.entries(message.Attributes).filter(([name]) => all || systemNames.includes(name));
  const attributes: MessageAttributes = Object.fromEntries(
    Object.entries(message.MessageAttributes).filter(([name]) => isAsked(name, attributeNames)),
  );
  const asked = Object.keys(attributes).length > 0;
  return {
    ...message,
    Attributes: system.length > 0 ? Object.fromEntries(system) : undefined,
    MessageAttributes: asked ? attributes : undefined,
    MD5OfMessageAttributes: md5OfAttributes(attributes),
  };
}

const isAsked = (name: string, wanted: readonly string[]): boolean =>
  wanted.some(
    (want) => want === 'All' || want === name || (want.endsWith('.*') && name.startsWith(want.slice(0, -2))),
  );

/** The attributes of a queue that the caller named, all as strings (GetQueueAttributes). */
export function attributesAnswer(
  queue: Queue,
  counts: QueueCounts,
  wanted: readonly string[],
): Record<string, string> {
  const { redrive } = queue;
  const all: Record<string, string | number> = {
    QueueArn: queue.arn,
    VisibilityTimeout: queue.visibilityTimeoutSeconds,
    DelaySeconds: queue.delaySeconds,
    MessageRetentionPeriod: queue.retentionSeconds,
    MaximumMessageSize: queue.maximumMessageBytes,
    ReceiveMessageWaitTimeSeconds: queue.receiveWaitSeconds,
    ApproximateNumberOfMessages: counts.visible,
    ApproximateNumberOfMessagesNotVisible: counts.inFlight,
    ApproximateNumberOfMessagesDelayed: counts.delayed,
    ...(redrive && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: queue.arn.replace(/[^:]+$/, redrive.deadLetterQueue),
        maxReceiveCount: redrive.maxReceiveCount,
      }),
    }),
  };
  const named = Object.entries(all).filter(([name]) => wanted.includes('All') || wanted.includes(name));
  return Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
}
