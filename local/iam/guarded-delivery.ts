import { AwsError } from '../core/aws-error.ts';
import { isObject, type JsonObject } from '../core/json.ts';
import type { Deliver, Delivery } from '../events/delivery.ts';
import type { EventBus } from '../events/event-bus.ts';
import type { Lambda } from '../lambda/lambda.ts';
import type { Sqs } from '../sqs/sqs.ts';
import type { Iam } from './iam.ts';

type Dependencies = {
  readonly iam: Iam;
  /** False lets every delivery through, for tests of one service. */
  readonly enforced: boolean;
  readonly sqs: Sqs;
  readonly lambda: Lambda;
  readonly bus: EventBus;
};

/** One kind of receiver: what its ARN looks like, the permission to hand something to it, and how that is done. */
type Receiver = {
  readonly arn: RegExp;
  readonly action: string;
  /** Throws AwsError when there is no such receiver; a permission is asked for only if there is. */
  readonly find: (d: Dependencies, name: string) => unknown;
  readonly receive: (d: Dependencies, name: string, delivery: Delivery) => void;
};

const asObject = (text: string): JsonObject => {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
};

/** A rule passes the event on as it is; a function's destination wraps its invocation record in an event. */
function putOnBus({ bus }: Dependencies, name: string, { principal, payload, sourceArn }: Delivery): void {
  const content = asObject(payload);
  if (principal !== 'lambda.amazonaws.com') {
    bus.put(name, content);
    return;
  }
  const succeeded = isObject(content.requestContext) && content.requestContext.condition === 'Success';
  bus.emit(name, {
    source: 'lambda',
    detailType: `Lambda Function Invocation Result - ${succeeded ? 'Success' : 'Failure'}`,
    detail: content,
    resources: [sourceArn],
  });
}

const RECEIVERS: readonly Receiver[] = [
  {
    arn: /^arn:aws:sqs:[^:]*:[^:]*:([^:]+)$/,
    action: 'sqs:SendMessage',
    find: ({ sqs }, name) => sqs.queue(name),
    receive: ({ sqs }, name, { payload, attributes }) =>
      void sqs.send(name, payload, attributes ? { attributes } : {}),
  },
  {
    arn: /^arn:aws:lambda:[^:]*:[^:]*:function:([^:]+)(?::\$LATEST)?$/,
    action: 'lambda:InvokeFunction',
    find: ({ lambda }, name) => lambda.capacity(name),
    receive: ({ lambda }, name, { payload }) => lambda.enqueue(name, payload),
  },
  {
    arn: /^arn:aws:events:[^:]*:[^:]*:event-bus\/(.+)$/,
    action: 'events:PutEvents',
    find: () => undefined,
    receive: putOnBus,
  },
];

/** EventBridge Scheduler takes on a role in the name of the schedule's group, not of the schedule itself. */
const assumingArn = ({ sourceArn }: Delivery): string =>
  sourceArn.replace(/:schedule\/([^/]+)\/.*$/, ':schedule-group/$1');

function permitted({ iam, enforced }: Dependencies, delivery: Delivery, action: string): boolean {
  if (!enforced) return true;
  const { arn, principal, roleArn, sourceArn } = delivery;
  const resource = arn.replace(/:\$LATEST$/, '');
  return roleArn
    ? iam.allowedThroughRole(principal, roleArn, action, resource, assumingArn(delivery))
    : iam.serviceAllowed(principal, action, resource, sourceArn);
}

/**
 * Hands over what one service sends to another, if the policies of the template let it: a queue's policy, a
 * function's permission or the sender's role. Throws AwsError `AccessDeniedException` when none does.
 */
export function guardedDelivery(dependencies: Dependencies): Deliver {
  return (delivery) => {
    for (const { arn, action, find, receive } of RECEIVERS) {
      const name = arn.exec(delivery.arn)?.[1];
      if (name === undefined) continue;
      find(dependencies, name);
      if (!permitted(dependencies, delivery, action))
        throw new AwsError(
          'AccessDeniedException',
          `${delivery.principal} may not perform ${action} on ${delivery.arn} for ${delivery.sourceArn}.`,
        );
      return receive(dependencies, name, delivery);
    }
    throw new AwsError(
      'InvalidParameterValueException',
      `The local cloud cannot deliver to ${delivery.arn}.`,
    );
  };
}
