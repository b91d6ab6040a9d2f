import { randomBytes } from 'node:crypto';
import { messageAttributes } from '../events/delivery.ts';
import type { DeliveryRow, RetryPolicy, Route } from '../events/delivery-queue.ts';

/** The target of an AWS::Scheduler::Schedule. */
type ScheduleTarget = {
  readonly Arn: string;
  readonly RoleArn: string;
  readonly Input?: string;
  readonly DeadLetterConfig?: { readonly Arn?: string };
  readonly RetryPolicy?: RetryPolicy;
  readonly SqsParameters?: { readonly MessageGroupId?: string };
};

/** An AWS::Scheduler::Schedule. A flexible time window is accepted by its caller and runs at its beginning. */
export type ScheduleDefinition = {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  /** IANA name; UTC when absent. */
  readonly timeZone?: string;
  /** Epoch milliseconds. */
  readonly startsAt?: number;
  readonly endsAt?: number;
  readonly enabled: boolean;
  readonly target: ScheduleTarget;
};

const seconds = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** What Scheduler sends when a schedule has no Input. */
const defaultInput = (arn: string, executionId: string, scheduledAt: number): string => {
  const [, , , region, account] = arn.split(':');
  return JSON.stringify({
    version: '0',
    id: executionId,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account,
    time: seconds(scheduledAt),
    region,
    resources: [arn],
    detail: '{}',
  });
};

/** Where a run of `schedule` goes; the row's body is the scheduled time. Each attempt has an execution id of its own. */
export function scheduleRoute(schedule: ScheduleDefinition, row: DeliveryRow): Route {
  const { arn, target } = schedule;
  const scheduledAt = Number(row.body);
  const executionId = randomBytes(8).toString('hex');
  const context: Readonly<Record<string, string>> = {
    'schedule-arn': arn,
    'scheduled-time': seconds(scheduledAt),
    'execution-id': executionId,
    'attempt-number': String(row.attempts + 1),
  };
  const payload =
    target.Input?.replace(/<aws\.scheduler\.([a-z-]+)>/g, (part, name: string) => context[name] ?? part) ??
    defaultInput(arn, executionId, scheduledAt);
  const sender = { principal: 'scheduler.amazonaws.com', sourceArn: arn, roleArn: target.RoleArn };
  const deadLetterArn = target.DeadLetterConfig?.Arn;
  return {
    delivery: {
      ...sender,
      arn: target.Arn,
      payload,
      ...(target.SqsParameters?.MessageGroupId && { messageGroupId: target.SqsParameters.MessageGroupId }),
    },
    retry: target.RetryPolicy ?? {},
    deadLetter: (failure, exhausted) =>
      deadLetterArn
        ? {
            ...sender,
            arn: deadLetterArn,
            payload,
            attributes: messageAttributes({
              ERROR_CODE: failure.code,
              ERROR_MESSAGE: failure.message,
              EXECUTION_ID: executionId,
              EXHAUSTED_RETRY_CONDITION: exhausted,
              IS_PAYLOAD_TRUNCATED: 'false',
              RETRY_ATTEMPTS: row.attempts,
              SCHEDULED_TIME: seconds(scheduledAt),
              SCHEDULE_ARN: arn,
              TARGET_ARN: target.Arn,
            }),
          }
        : undefined,
  };
}
