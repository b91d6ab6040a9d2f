import { isObject } from '../core/json.ts';
import type { Services } from '../resources/services.ts';
import type { Message } from '../sqs/message.ts';

/** Sends a message again to whom it failed to reach; false when it does not say who that was. */
function sendAgain({ deliver, lambda }: Services, message: Message): boolean {
  const rule = message.MessageAttributes.RULE_ARN?.StringValue;
  const target = message.MessageAttributes.TARGET_ARN?.StringValue;
  if (rule && target) {
    deliver({ arn: target, payload: message.Body, principal: 'events.amazonaws.com', sourceArn: rule });
    return true;
  }
  const body: unknown = JSON.parse(message.Body);
  if (!isObject(body) || !isObject(body.requestContext) || body.requestPayload === undefined) return false;
  lambda.enqueue(String(body.requestContext.functionArn), JSON.stringify(body.requestPayload));
  return true;
}

/**
 * Redrives a dead-letter queue: messages of a queue go back to it, a rule's undelivered events to their target and
 * a function's failed events to the function. A stream's failures hold no data and stay. Returns how many went.
 */
export async function redrive(services: Services, queue: string): Promise<number> {
  const { sqs } = services;
  const isQueuesOwn = sqs.describe().some(({ deadLetterQueue }) => deadLetterQueue === queue);
  let moved = isQueuesOwn ? sqs.redrive(queue) : 0;
  const waiting = sqs.counts(queue).visible;
  for (let looked = 0; looked < waiting; looked += 1) {
    const [message] = await sqs.receive(queue, { max: 1, waitMs: 0 });
    if (!message) break;
    if (!sendAgain(services, message)) continue;
    sqs.remove(queue, message.ReceiptHandle);
    moved += 1;
  }
  return moved;
}
