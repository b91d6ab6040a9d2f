import { Distribution } from '../cloudfront/distribution.ts';
import type { Buckets } from '../cloudfront/object-origin.ts';
import { readDistribution } from '../cloudfront/settings.ts';
import type { TrustedKeys } from '../cloudfront/signed-cookies.ts';
import type { Cognito } from '../cognito/cognito.ts';
import { signInOrigin } from '../cognito/sign-in-origin.ts';
import type { Clock } from '../core/clock.ts';
import type { Handler } from '../http-api/exchange.ts';
import type { Iam } from '../iam/iam.ts';
import type { S3 } from '../s3/s3.ts';
import { domainOf } from '../template/resource-kinds.ts';
import { StartRefused } from '../template/start-refused.ts';
import type { CheckedResources } from './checked-resources.ts';
import { orRefuse } from './or-refuse.ts';

type Dependencies = {
  readonly resources: CheckedResources;
  readonly iam: Iam;
  readonly enforced: boolean;
  readonly log: (line: string) => void;
  readonly apis: ReadonlyMap<string, Handler>;
  readonly s3: S3;
  readonly cognito: Cognito;
  readonly clock: Clock;
};

const SERVICE = 'cloudfront.amazonaws.com';

/** The buckets as their policies show them to this distribution. */
function guardedBuckets({ iam, enforced, s3 }: Dependencies, distributionArn: string): Buckets {
  const may = (action: string, arn: string) =>
    !enforced || iam.serviceAllowed(SERVICE, action, arn, distributionArn);
  return {
    read: (bucket, key, headers, method) => s3.read(bucket, key, headers, method),
    readable: (bucket, key) => may('s3:GetObject', `arn:aws:s3:::${bucket}/${key}`),
    listable: (bucket) => may('s3:ListBucket', `arn:aws:s3:::${bucket}`),
  };
}

/** The keys of each group, as its template names them. */
function keyGroups(resources: CheckedResources): ReadonlyMap<string, TrustedKeys> {
  const keys = new Map(
    resources
      .of('AWS::CloudFront::PublicKey')
      .map(({ ref, properties }) => [ref, properties.PublicKeyConfig.EncodedKey]),
  );
  return new Map(
    resources
      .of('AWS::CloudFront::KeyGroup')
      .map(({ ref, properties: { KeyGroupConfig } }) => [
        ref,
        new Map(KeyGroupConfig.Items.flatMap((id) => (keys.has(id) ? [[id, keys.get(id) ?? '']] : []))),
      ]),
  );
}

/** The template's one distribution, which is what the one address answers with; undefined when it has none. */
export function declareDistribution(d: Dependencies): Handler | undefined {
  const [found, ...others] = d.resources.of('AWS::CloudFront::Distribution');
  if (!found) return undefined;
  if (others.length > 0)
    throw new StartRefused('The template has several distributions, but there is only one local address.');
  const byRef = (type: 'CachePolicy' | 'OriginRequestPolicy' | 'ResponseHeadersPolicy') =>
    new Map(d.resources.of(`AWS::CloudFront::${type}`).map(({ ref, properties }) => [ref, properties]));
  const functions = d.resources
    .of('AWS::CloudFront::Function')
    .map(({ ref, name, properties }) => [ref, { name, code: properties.FunctionCode }] as const);
  const definition = orRefuse(found, () =>
    readDistribution(
      {
        id: found.name,
        domain: domainOf(found.name),
        keyGroups: keyGroups(d.resources),
        properties: found.properties,
        functions: new Map(functions),
        cachePolicies: byRef('CachePolicy'),
        originRequestPolicies: byRef('OriginRequestPolicy'),
        responseHeadersPolicies: byRef('ResponseHeadersPolicy'),
      },
      {
        buckets: guardedBuckets(d, found.arn),
        api: (id) => d.apis.get(id),
        signIn: signInOrigin(d.cognito, d.log),
      },
    ),
  );
  const distribution = new Distribution(definition, d.log, d.clock.now);
  return (request) => distribution.handle(request);
}
