import * as z from 'zod';
import { description, inert, seconds, tags, text } from './property.ts';

const DeadLetter = z.strictObject({ Arn: text });
const Retry = z.strictObject({
  MaximumEventAgeInSeconds: seconds.optional(),
  MaximumRetryAttempts: z.number().int().optional(),
});

const RuleTarget = z.strictObject({
  Id: text,
  Arn: text,
  RoleArn: text.optional(),
  Input: text.optional(),
  InputPath: text.optional(),
  InputTransformer: z
    .strictObject({ InputPathsMap: z.record(z.string(), z.string()).optional(), InputTemplate: text })
    .optional(),
  DeadLetterConfig: DeadLetter.optional(),
  RetryPolicy: Retry.optional(),
  SqsParameters: z.strictObject({ MessageGroupId: text }).optional(),
});

/** AWS::Events::EventBus. */
export const EventBusDeclaration = z.strictObject({
  Name: text,
  Description: description,
  DeadLetterConfig: inert('for events that cannot be decrypted, and nothing is encrypted locally'),
  KmsKeyIdentifier: inert('no encryption at rest locally: the disk of the machine is the boundary'),
  LogConfig: inert('the inspector shows the events that flow'),
  Tags: tags,
});

/** AWS::Events::Rule: a pattern on a bus, or a schedule. */
export const Rule = z.strictObject({
  Name: text.optional(),
  Description: description,
  EventBusName: text.optional(),
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: text.optional(),
  State: z.enum(['ENABLED', 'DISABLED']).optional(),
  Targets: z.array(RuleTarget).default([]),
  Tags: tags,
});

/** AWS::Events::Archive. */
export const Archive = z.strictObject({
  ArchiveName: text.optional(),
  Description: description,
  SourceArn: text,
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  RetentionDays: z.number().int().nonnegative().optional(),
  KmsKeyIdentifier: inert('no encryption at rest locally: the disk of the machine is the boundary'),
});

/** AWS::Scheduler::ScheduleGroup. */
export const ScheduleGroup = z.strictObject({ Name: text.optional(), Tags: tags });

/** AWS::Scheduler::Schedule. */
export const Schedule = z.strictObject({
  Name: text.optional(),
  GroupName: text.optional(),
  Description: description,
  ScheduleExpression: text,
  ScheduleExpressionTimezone: text.optional(),
  State: z.enum(['ENABLED', 'DISABLED']).optional(),
  FlexibleTimeWindow: inert('a schedule runs at the start of its window'),
  StartDate: text.optional(),
  EndDate: text.optional(),
  Target: z.strictObject({
    Arn: text,
    RoleArn: text,
    Input: text.optional(),
    DeadLetterConfig: DeadLetter.optional(),
    RetryPolicy: Retry.optional(),
    SqsParameters: z.strictObject({ MessageGroupId: text }).optional(),
  }),
});
