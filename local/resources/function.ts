import * as z from 'zod';
import { description, inert, seconds, tags, text } from './property.ts';

const Destination = z.strictObject({ Destination: text });

/** AWS::Lambda::Function with code from an asset. */
export const LambdaFunction = z.strictObject({
  FunctionName: text.optional(),
  Description: description,
  Code: z.strictObject({ S3Bucket: text, S3Key: text }),
  Handler: text,
  Runtime: z.templateLiteral(['nodejs', z.string()]),
  Architectures: inert('functions run on the architecture of this machine'),
  Role: text,
  Timeout: seconds.default(3),
  MemorySize: z.number().int().positive().default(128),
  EphemeralStorage: inert('the temporary folder of this machine is larger than any setting'),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()).default({}) }).optional(),
  Layers: z.array(text).default([]),
  ReservedConcurrentExecutions: z.number().int().nonnegative().optional(),
  DeadLetterConfig: z.strictObject({ TargetArn: text }).optional(),
  LoggingConfig: inert('logs go to the terminal and the inspector'),
  TracingConfig: inert('traces are for X-Ray'),
  KmsKeyArn: inert('environment variables are not encrypted locally'),
  SnapStart: inert('not offered for Node.js'),
  RuntimeManagementConfig: inert('the runtime is the Node that runs the local cloud'),
  RecursiveLoop: inert('loops show up in the inspector'),
  Tags: tags,
});

/** AWS::Lambda::LayerVersion with content from an asset. */
export const LayerVersion = z.strictObject({
  LayerName: text.optional(),
  Description: description,
  Content: z.strictObject({ S3Bucket: text, S3Key: text }),
  CompatibleRuntimes: inert('the template gives a layer only to functions that can use it'),
  CompatibleArchitectures: inert('the template gives a layer only to functions that can use it'),
  LicenseInfo: description,
});

/** AWS::Lambda::EventInvokeConfig: what happens when an asynchronous invocation keeps failing. */
export const EventInvokeConfig = z.strictObject({
  FunctionName: text,
  Qualifier: z.literal('$LATEST'),
  MaximumEventAgeInSeconds: seconds.optional(),
  MaximumRetryAttempts: z.number().int().min(0).max(2).optional(),
  DestinationConfig: z
    .strictObject({ OnFailure: Destination.optional(), OnSuccess: Destination.optional() })
    .optional(),
});

/** AWS::Lambda::EventSourceMapping from a table's stream or a queue. */
export const EventSourceMapping = z.strictObject({
  FunctionName: text,
  EventSourceArn: text,
  Enabled: z.boolean().default(true),
  BatchSize: z.number().int().positive().optional(),
  MaximumBatchingWindowInSeconds: seconds.optional(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).optional(),
  BisectBatchOnFunctionError: z.boolean().optional(),
  MaximumRetryAttempts: z.number().int().optional(),
  MaximumRecordAgeInSeconds: z.number().int().optional(),
  ParallelizationFactor: z.number().int().min(1).max(10).optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  FilterCriteria: z
    .strictObject({ Filters: z.array(z.strictObject({ Pattern: text })).default([]) })
    .optional(),
  DestinationConfig: z.strictObject({ OnFailure: Destination.optional() }).optional(),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number().int().min(2) }).optional(),
  MetricsConfig: inert('metrics are for CloudWatch'),
  Tags: tags,
});
