import type { JsonObject } from '../core/json.ts';
import { messageAttributes } from './delivery.ts';
import type { DeliveryRow, RetryPolicy, Route } from './delivery-queue.ts';
import { type InputShape, targetInput } from './input-transformer.ts';

/** A target as an AWS::Events::Rule declares it. */
export type RuleTarget = InputShape & {
  readonly Id: string;
  readonly Arn: string;
  readonly RoleArn?: string;
  readonly DeadLetterConfig?: { readonly Arn?: string };
  readonly RetryPolicy?: RetryPolicy;
  readonly SqsParameters?: { readonly MessageGroupId?: string };
};

/** `bus` is the bus's name. A rule without a pattern is fired by the scheduler alone. */
export type RuleDefinition = {
  readonly name: string;
  readonly arn: string;
  readonly bus: string;
  readonly pattern?: JsonObject;
  readonly targets: readonly RuleTarget[];
};

const PRINCIPAL = 'events.amazonaws.com';

/** Where a pending delivery of `rule` goes; undefined when the rule no longer has that target. */
export function ruleRoute(rule: RuleDefinition, row: DeliveryRow): Route | undefined {
  const target = rule.targets.find((candidate) => candidate.Id === row.target);
  if (!target) return undefined;
  const sender = { principal: PRINCIPAL, sourceArn: rule.arn };
  return {
    delivery: {
      ...sender,
      arn: target.Arn,
      payload: targetInput(target, JSON.parse(row.body) as JsonObject, rule.arn),
      ...(target.RoleArn && { roleArn: target.RoleArn }),
      ...(target.SqsParameters?.MessageGroupId && { messageGroupId: target.SqsParameters.MessageGroupId }),
    },
    retry: target.RetryPolicy ?? {},
    deadLetter: (failure, exhausted) =>
      target.DeadLetterConfig?.Arn
        ? {
            ...sender,
            arn: target.DeadLetterConfig.Arn,
            payload: row.body,
            attributes: messageAttributes({
              RULE_ARN: rule.arn,
              TARGET_ARN: target.Arn,
              ERROR_CODE: failure.code,
              ERROR_MESSAGE: failure.message,
              EXHAUSTED_RETRY_CONDITION: exhausted,
              RETRY_ATTEMPTS: row.attempts,
            }),
          }
        : undefined,
  };
}
