import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import {
  type CronOptionsWithTimezone,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

export type ScheduledJobProps = {
  readonly target: ServiceFunction;
  /** Local time in Ho Chi Minh City, or a rate. */
  readonly at: Omit<CronOptionsWithTimezone, 'timeZone'> | Duration;
  readonly description: string;
};

/** A job on a schedule. It is handed the time it was due, so a late or repeated run does the same work. */
export class ScheduledJob extends Construct {
  constructor(scope: Construct, id: string, { target, at, description }: ScheduledJobProps) {
    super(scope, id);
    const dead = new DeadLetterQueue(this, 'Dead', { of: id, impact: target.impact });
    const schedule =
      at instanceof Duration
        ? ScheduleExpression.rate(at)
        : ScheduleExpression.cron({ ...at, timeZone: TimeZone.of('Asia/Ho_Chi_Minh') });
    new Schedule(this, 'Schedule', {
      description,
      schedule,
      target: new LambdaInvoke(target.fn, {
        input: ScheduleTargetInput.fromObject({ dueAt: '<aws.scheduler.scheduled-time>' }),
        role: this.#role(target, dead),
        deadLetterQueue: dead.queue,
        retryAttempts: 5,
        maxEventAge: Duration.hours(1),
      }),
    });
    // The scheduler has delivered once the function was invoked; what fails after that goes the function's own way.
    target.fn.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(dead.queue) });
  }

  /** Invokes this function and writes to this queue; the role the schedule would make also covers every version. */
  #role(target: ServiceFunction, dead: DeadLetterQueue): IRole {
    const { account } = Stack.of(this);
    const group = Stack.of(this).formatArn({ service: 'scheduler', resource: 'schedule-group/default' });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account, 'aws:SourceArn': group } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.fn.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [dead.queue.queueArn] }));
    return role.withoutPolicyUpdates();
  }
}
