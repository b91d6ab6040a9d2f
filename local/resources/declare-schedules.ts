import type { EventBus } from '../events/event-bus.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import type { CheckedResources } from './checked-resources.ts';
import { orRefuse } from './or-refuse.ts';

const instant = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text);

/** Declares the schedules of EventBridge Scheduler. Throws `StartRefused` for an expression that it would refuse. */
export function declareSchedules(resources: CheckedResources, scheduler: Scheduler): void {
  for (const schedule of resources.of('AWS::Scheduler::Schedule')) {
    const { ScheduleExpression, ScheduleExpressionTimezone, State, Target, ...dates } = schedule.properties;
    const startsAt = instant(dates.StartDate);
    const endsAt = instant(dates.EndDate);
    orRefuse(schedule, () =>
      scheduler.ensureSchedule({
        name: schedule.name,
        arn: schedule.arn,
        expression: ScheduleExpression,
        enabled: State !== 'DISABLED',
        target: Target,
        ...(ScheduleExpressionTimezone && { timeZone: ScheduleExpressionTimezone }),
        ...(startsAt !== undefined && { startsAt }),
        ...(endsAt !== undefined && { endsAt }),
      }),
    );
  }
}

/** Declares the rules that run on a schedule; the bus knows them already. */
export function declareScheduledRules(
  resources: CheckedResources,
  scheduler: Scheduler,
  bus: EventBus,
): void {
  for (const rule of resources.of('AWS::Events::Rule')) {
    const { ScheduleExpression, State } = rule.properties;
    if (ScheduleExpression === undefined || State === 'DISABLED') continue;
    orRefuse(rule, () =>
      scheduler.ensureRule({
        name: rule.name,
        arn: rule.arn,
        expression: ScheduleExpression,
        enabled: true,
        fire: (scheduledAt) => bus.fire(rule.arn, scheduledAt),
      }),
    );
  }
}
