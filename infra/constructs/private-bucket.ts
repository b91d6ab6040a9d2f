import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type CorsRule,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';

export type PrivateBucketProps = {
  readonly stage: Stage;
  readonly key?: IKey;
  readonly versioned?: boolean;
  readonly cors?: CorsRule[];
  /** Tells the default event bus of every object that comes or goes. */
  readonly notifies?: boolean;
  /** Prefixes whose objects are of use for a while only, each with how long. */
  readonly passing?: Readonly<Record<string, Duration>>;
};

/** A bucket that nobody reaches but by signed address, role or the distribution. */
export class PrivateBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const { stage, key, versioned, cors, notifies, passing = {} } = props;
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      encryption: key ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
      ...(key && { encryptionKey: key, bucketKeyEnabled: true }),
      versioned: versioned ?? false,
      ...(cors && { cors }),
      removalPolicy: stage.removal,
      lifecycleRules: [
        { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
        ...Object.entries(passing).map(([prefix, expiration]) => ({ id: prefix, prefix, expiration })),
      ],
    });
    if (notifies) {
      // The L2 switch brings a Python custom resource; the plain property does the same without one.
      const plain = this.bucket.node.defaultChild as CfnBucket;
      plain.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'no public access; object-level access is recorded by the services that sign the addresses',
    });
  }
}
