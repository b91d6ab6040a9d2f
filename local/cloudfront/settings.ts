import * as z from 'zod';
import type { Handler } from '../http-api/exchange.ts';
import type { Encodings } from './compression.ts';
import { either, type Forwarding, NOTHING, selector } from './forwarding.ts';
import { EdgeFunction } from './function-runtime.ts';
import {
  MANAGED_CACHE_POLICIES,
  MANAGED_ORIGIN_REQUEST_POLICIES,
  MANAGED_RESPONSE_HEADERS_POLICIES,
} from './managed-policies.ts';
import { type Buckets, objectOrigin } from './object-origin.ts';
import {
  cachePolicy,
  type OriginRequestPolicy,
  originRequestPolicy,
  type ResponseHeadersPolicy,
  responseHeadersPolicy,
} from './policies.ts';

export type Origin = {
  readonly id: string;
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly handle: Handler;
};

export type Behaviour = {
  readonly matches: (path: string) => boolean;
  readonly origin: Origin;
  readonly methods: ReadonlySet<string>;
  readonly forwarding: Forwarding;
  readonly encodings: Encodings;
  readonly responseHeaders: ResponseHeadersPolicy | undefined;
  readonly viewerRequest: EdgeFunction | undefined;
  readonly viewerResponse: EdgeFunction | undefined;
};

type ErrorPage = { readonly path: string; readonly status: number };

/** A distribution ready to be played. Behaviours are in their order, the default one last. */
export type DistributionDefinition = {
  readonly id: string;
  readonly rootObject: string | undefined;
  readonly behaviours: readonly Behaviour[];
  readonly errorPages: ReadonlyMap<number, ErrorPage>;
};

/** Resolved properties by what a distribution refers to them with: functions by ARN, policies by `Ref`. */
export type DistributionResources = {
  readonly id: string;
  readonly properties: unknown;
  readonly functions: ReadonlyMap<string, { readonly name: string; readonly code: string }>;
  readonly cachePolicies: ReadonlyMap<string, unknown>;
  readonly originRequestPolicies: ReadonlyMap<string, unknown>;
  readonly responseHeadersPolicies: ReadonlyMap<string, unknown>;
};

/** What stands behind the origins' domain names. */
type Backends = {
  readonly buckets: Buckets;
  readonly api: (apiId: string) => Handler | undefined;
};

const behaviour = z.object({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  Compress: z.boolean().default(false),
  FunctionAssociations: z
    .array(z.object({ EventType: z.enum(['viewer-request', 'viewer-response']), FunctionARN: z.string() }))
    .default([]),
});

const origin = z.object({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z.string().default(''),
  OriginCustomHeaders: z.array(z.object({ HeaderName: z.string(), HeaderValue: z.string() })).default([]),
});

const distribution = z.object({
  DistributionConfig: z.object({
    DefaultRootObject: z.string().optional(),
    Origins: z.array(origin),
    DefaultCacheBehavior: behaviour,
    CacheBehaviors: z.array(behaviour).default([]),
    CustomErrorResponses: z
      .array(
        z.object({
          ErrorCode: z.number(),
          ResponseCode: z.number().optional(),
          ResponsePagePath: z.string().optional(),
        }),
      )
      .default([]),
  }),
});

const BUCKET_HOST = /^(.+)\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com$/;
const API_HOST = /^([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/i;

function backend(host: string, { buckets, api }: Backends): Handler {
  const bucket = BUCKET_HOST.exec(host)?.[1];
  if (bucket) return objectOrigin(buckets, bucket);
  const handler = api(API_HOST.exec(host)?.[1] ?? '');
  if (!handler) throw new Error(`the origin ${host} is neither a bucket nor an API of this assembly`);
  return handler;
}

/** `*` is any text, `?` any one character; case counts. */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const rooted = pattern.startsWith('/') ? pattern : `/${pattern}`;
  const source = rooted
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 's');
  return (path) => expression.test(path);
}

/** A policy of the template, else a managed one; throws naming an id that is neither. */
function policy<T>(
  kind: string,
  id: string,
  declared: ReadonlyMap<string, unknown>,
  schema: z.ZodType<T>,
  managed: Readonly<Record<string, T>>,
): T {
  if (declared.has(id)) return schema.parse(declared.get(id));
  const known = managed[id];
  if (!known)
    throw new Error(`the ${kind} policy ${id} is neither in the template nor a managed one known here`);
  return known;
}

const forwardingOf = ({ headers, cookies, query }: OriginRequestPolicy): Forwarding => ({
  headers: selector(headers, true),
  cookies: selector(cookies, false),
  query: selector(query, false),
});

function readBehaviour(
  resources: DistributionResources,
  origins: ReadonlyMap<string, Origin>,
  declared: z.output<typeof behaviour>,
): Behaviour {
  const target = origins.get(declared.TargetOriginId);
  if (!target) throw new Error(`there is no origin ${declared.TargetOriginId}`);
  const cache = policy(
    'cache',
    declared.CachePolicyId,
    resources.cachePolicies,
    cachePolicy,
    MANAGED_CACHE_POLICIES,
  );
  const { OriginRequestPolicyId: requestId, ResponseHeadersPolicyId: headersId } = declared;
  const toOrigin = requestId
    ? forwardingOf(
        policy(
          'origin request',
          requestId,
          resources.originRequestPolicies,
          originRequestPolicy,
          MANAGED_ORIGIN_REQUEST_POLICIES,
        ),
      )
    : NOTHING;
  const edgeFunction = (type: string): EdgeFunction | undefined => {
    const arn = declared.FunctionAssociations.find((one) => one.EventType === type)?.FunctionARN;
    if (arn === undefined) return undefined;
    const found = resources.functions.get(arn);
    if (!found) throw new Error(`there is no CloudFront function ${arn}`);
    return new EdgeFunction(found.name, found.code);
  };
  return {
    matches: pathMatcher(declared.PathPattern ?? '*'),
    origin: target,
    methods: new Set(declared.AllowedMethods),
    forwarding: either(forwardingOf(cache), toOrigin),
    encodings: { gzip: declared.Compress && cache.gzip, brotli: declared.Compress && cache.brotli },
    responseHeaders: headersId
      ? policy(
          'response headers',
          headersId,
          resources.responseHeadersPolicies,
          responseHeadersPolicy,
          MANAGED_RESPONSE_HEADERS_POLICIES,
        )
      : undefined,
    viewerRequest: edgeFunction('viewer-request'),
    viewerResponse: edgeFunction('viewer-response'),
  };
}

/** Puts a distribution together. Throws (ZodError or a sentence) for what the local edge cannot play. */
export function readDistribution(
  resources: DistributionResources,
  backends: Backends,
): DistributionDefinition {
  const { DistributionConfig: config } = distribution.parse(resources.properties);
  const origins = new Map(
    config.Origins.map((one): [string, Origin] => [
      one.Id,
      {
        id: one.Id,
        host: one.DomainName,
        path: one.OriginPath,
        headers: Object.fromEntries(
          one.OriginCustomHeaders.map((custom) => [custom.HeaderName.toLowerCase(), custom.HeaderValue]),
        ),
        handle: backend(one.DomainName, backends),
      },
    ]),
  );
  const pages = config.CustomErrorResponses.flatMap((one): [number, ErrorPage][] =>
    one.ResponsePagePath
      ? [[one.ErrorCode, { path: one.ResponsePagePath, status: one.ResponseCode ?? one.ErrorCode }]]
      : [],
  );
  return {
    id: resources.id,
    rootObject: config.DefaultRootObject,
    behaviours: [...config.CacheBehaviors, config.DefaultCacheBehavior].map((one) =>
      readBehaviour(resources, origins, one),
    ),
    errorPages: new Map(pages),
  };
}
