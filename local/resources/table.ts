import * as z from 'zod';
import { inert, tags, text } from './property.ts';

const KeySchema = z.array(z.strictObject({ AttributeName: text, KeyType: z.enum(['HASH', 'RANGE']) }));
const Projection = z.strictObject({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.array(text).optional(),
});
const capacity = inert('capacity is not limited locally; units are counted for the cost figures');

/** AWS::DynamoDB::Table as the local DynamoDB plays it. */
export const Table = z.strictObject({
  TableName: text.optional(),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: text, AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema,
  BillingMode: z.enum(['PAY_PER_REQUEST', 'PROVISIONED']).optional(),
  ProvisionedThroughput: capacity,
  OnDemandThroughput: capacity,
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: text,
        KeySchema,
        Projection,
        ProvisionedThroughput: capacity,
        OnDemandThroughput: capacity,
        ContributorInsightsSpecification: inert('a metric of CloudWatch'),
      }),
    )
    .optional(),
  LocalSecondaryIndexes: z.array(z.strictObject({ IndexName: text, KeySchema, Projection })).optional(),
  StreamSpecification: z
    .strictObject({ StreamViewType: z.enum(['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY']) })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: text, Enabled: z.boolean() }).optional(),
  PointInTimeRecoverySpecification: inert('`npm run backup` copies the whole data folder instead'),
  SSESpecification: inert('no encryption at rest locally: the disk of the machine is the boundary'),
  DeletionProtectionEnabled: inert('nothing deletes a table locally but `npm run reset`'),
  ContributorInsightsSpecification: inert('a metric of CloudWatch'),
  TableClass: inert('a price list'),
  Tags: tags,
});
