import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';

/** Accepts findings of cdk-nag on a construct and all below it, each with the reason why. */
export const acknowledge = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void => {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
};

/** How cdk-nag writes a bucket's ARN in a finding: by logical id in its own stack, by the export's name in another. */
const arnInFinding = (scope: IConstruct, bucket: IBucket): string => {
  const stack = Stack.of(bucket);
  if (Stack.of(scope) === stack) return `<${stack.getLogicalId(bucket.node.defaultChild as CfnElement)}.Arn>`;
  const imported = stack.resolve(stack.exportValue(bucket.bucketArn)) as { 'Fn::ImportValue': string };
  return imported['Fn::ImportValue'];
};

/** Accepts the `*` at the end of a grant on a bucket's objects below one prefix. */
export const acknowledgeObjects = (scope: IConstruct, bucket: IBucket, prefix: string): void =>
  acknowledge(scope, {
    [`AwsSolutions-IAM5[Resource::${arnInFinding(scope, bucket)}/${prefix}*]`]:
      'objects below one prefix, whose names are not known before they are written',
  });
