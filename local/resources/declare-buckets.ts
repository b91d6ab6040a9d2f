import type { BucketDeclaration } from '../s3/bucket.ts';
import type { Checked, CheckedResources } from './checked-resources.ts';

type Properties = Checked<'AWS::S3::Bucket'>['properties'];

const corsRules = ({ CorsConfiguration }: Properties): BucketDeclaration['cors'] =>
  CorsConfiguration?.CorsRules.map((rule) => ({
    allowedOrigins: rule.AllowedOrigins,
    allowedMethods: rule.AllowedMethods,
    ...(rule.AllowedHeaders && { allowedHeaders: rule.AllowedHeaders }),
    ...(rule.ExposedHeaders && { exposedHeaders: rule.ExposedHeaders }),
    ...(rule.MaxAge !== undefined && { maxAgeSeconds: rule.MaxAge }),
  }));

const abortAfterDays = ({ LifecycleConfiguration }: Properties): number | undefined =>
  LifecycleConfiguration?.Rules.find(({ Status }) => Status === 'Enabled')?.AbortIncompleteMultipartUpload
    ?.DaysAfterInitiation;

/** Every bucket as the local S3 takes it. */
export function bucketDeclarations(resources: CheckedResources): BucketDeclaration[] {
  return resources.of('AWS::S3::Bucket').map(({ name, properties }) => {
    const cors = corsRules(properties);
    const abortIncompleteAfterDays = abortAfterDays(properties);
    return {
      name,
      versioned: properties.VersioningConfiguration?.Status === 'Enabled',
      eventBridge:
        properties.NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled ?? false,
      ...(cors && { cors }),
      ...(abortIncompleteAfterDays !== undefined && { abortIncompleteAfterDays }),
    };
  });
}
