import * as z from 'zod';
import { description, inert, tags, text } from './property.ts';

const CorsRule = z.strictObject({
  Id: text.optional(),
  AllowedHeaders: z.array(text).optional(),
  AllowedMethods: z.array(text),
  AllowedOrigins: z.array(text),
  ExposedHeaders: z.array(text).optional(),
  MaxAge: z.number().optional(),
});

const aging = inert('objects do not age locally');

const LifecycleRule = z.strictObject({
  Id: description,
  Status: z.enum(['Enabled', 'Disabled']),
  AbortIncompleteMultipartUpload: z.strictObject({ DaysAfterInitiation: z.number().int() }).optional(),
  Prefix: aging,
  ExpirationInDays: aging,
  ExpiredObjectDeleteMarker: aging,
  NoncurrentVersionExpiration: aging,
  NoncurrentVersionTransitions: aging,
  Transitions: aging,
});

/** AWS::S3::Bucket as the local S3 plays it. */
export const Bucket = z.strictObject({
  BucketName: text.optional(),
  CorsConfiguration: z.strictObject({ CorsRules: z.array(CorsRule) }).optional(),
  VersioningConfiguration: z.strictObject({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
  NotificationConfiguration: z
    .strictObject({
      EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: z.boolean().default(true) }).optional(),
    })
    .optional(),
  LifecycleConfiguration: z.strictObject({ Rules: z.array(LifecycleRule) }).optional(),
  BucketEncryption: inert('no encryption at rest locally: the disk of the machine is the boundary'),
  PublicAccessBlockConfiguration: inert('every request needs a signature here anyway'),
  OwnershipControls: inert('one account owns everything'),
  AccessControl: inert('one account owns everything'),
  LoggingConfiguration: inert('access logs are for the account in the cloud'),
  IntelligentTieringConfigurations: inert('a price list'),
  Tags: tags,
});
