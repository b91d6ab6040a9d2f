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
  readonly outputs: Readonly<Record<string, string>>;
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

type Declared = ReturnType<typeof declaredIn>[number];
const declaredIn = (resources: CheckedResources) => resources.of('AWS::CloudFront::Distribution');

/** The distribution that a person opens is the one whose name is the output `Address`. */
const isSite = ({ outputs }: Dependencies, { name }: Declared): boolean =>
  outputs.Address?.endsWith(`//${domainOf(name)}`) ?? false;

/**
 * What the addresses of the local cloud answer with: the site, and beside it one distribution more, at an origin of its
 * own as it has in the cloud. Neither is there when the template has no distribution. Throws `StartRefused` for a third.
 */
export function declareDistributions(d: Dependencies): { site?: Handler; packages?: Handler } {
  const found = declaredIn(d.resources).toSorted((a, b) => Number(isSite(d, b)) - Number(isSite(d, a)));
  const [site, packages, ...others] = found;
  if (others.length > 0)
    throw new StartRefused('The template has more than two distributions: there are two local addresses.');
  return {
    ...(site && { site: declareDistribution(d, site) }),
    ...(packages && { packages: declareDistribution(d, packages) }),
  };
}

function declareDistribution(d: Dependencies, found: Declared): Handler {
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
