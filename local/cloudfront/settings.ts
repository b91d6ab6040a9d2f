import * as z from 'zod';
import type { Encodings } from './compression.ts';
import { either, type Forwarding, NOTHING, selector } from './forwarding.ts';
import { EdgeFunction } from './function-runtime.ts';
import {
  MANAGED_CACHE_POLICIES,
  MANAGED_ORIGIN_REQUEST_POLICIES,
  MANAGED_RESPONSE_HEADERS_POLICIES,
} from './managed-policies.ts';
import { type Backends, type Origin, originProperties, readOrigins } from './origins.ts';
import { pathMatcher } from './path-pattern.ts';
import {
  cachePolicy,
  type OriginRequestPolicy,
  originRequestPolicy,
  type ResponseHeadersPolicy,
  responseHeadersPolicy,
} from './policies.ts';
import type { TrustedKeys } from './signed-cookies.ts';

export type Behaviour = {
  readonly matches: (path: string) => boolean;
  readonly origin: Origin;
  readonly methods: ReadonlySet<string>;
  readonly forwarding: Forwarding;
  readonly encodings: Encodings;
  readonly responseHeaders: ResponseHeadersPolicy | undefined;
  /** Whose signed cookies open what it serves; undefined for a behaviour that is open to everybody. */
  readonly trusted: TrustedKeys | undefined;
  readonly viewerRequest: EdgeFunction | undefined;
  readonly viewerResponse: EdgeFunction | undefined;
};

type ErrorPage = { readonly path: string; readonly status: number };

/** A distribution ready to be played. Behaviours are in their order, the default one last. */
export type DistributionDefinition = {
  readonly id: string;
  /** The name that passes are for, whatever address leads here. */
  readonly domain: string;
  readonly rootObject: string | undefined;
  readonly behaviours: readonly Behaviour[];
  readonly errorPages: ReadonlyMap<number, ErrorPage>;
};

/** Resolved properties by what a distribution refers to them with: functions by ARN, policies by `Ref`. */
export type DistributionResources = {
  readonly id: string;
  readonly domain: string;
  readonly properties: unknown;
  readonly functions: ReadonlyMap<string, { readonly name: string; readonly code: string }>;
  readonly cachePolicies: ReadonlyMap<string, unknown>;
  readonly originRequestPolicies: ReadonlyMap<string, unknown>;
  readonly responseHeadersPolicies: ReadonlyMap<string, unknown>;
  /** The keys of each key group. */
  readonly keyGroups: ReadonlyMap<string, TrustedKeys>;
};

const behaviour = z.object({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  Compress: z.boolean().default(false),
  TrustedKeyGroups: z.array(z.string()).default([]),
  FunctionAssociations: z
    .array(z.object({ EventType: z.enum(['viewer-request', 'viewer-response']), FunctionARN: z.string() }))
    .default([]),
});

const distribution = z.object({
  DistributionConfig: z.object({
    DefaultRootObject: z.string().optional(),
    Origins: z.array(originProperties),
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

function readEdgeFunction(
  resources: DistributionResources,
  declared: z.output<typeof behaviour>,
  type: 'viewer-request' | 'viewer-response',
): EdgeFunction | undefined {
  const arn = declared.FunctionAssociations.find((one) => one.EventType === type)?.FunctionARN;
  if (arn === undefined) return undefined;
  const found = resources.functions.get(arn);
  if (!found) throw new Error(`there is no CloudFront function ${arn}`);
  return new EdgeFunction(found.name, found.code);
}

function trustedKeys(
  { keyGroups }: DistributionResources,
  { TrustedKeyGroups: names }: z.output<typeof behaviour>,
): TrustedKeys | undefined {
  if (names.length === 0) return undefined;
  return new Map(
    names.flatMap((name) => {
      const group = keyGroups.get(name);
      if (!group) throw new Error(`there is no key group ${name}`);
      return [...group];
    }),
  );
}

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
    trusted: trustedKeys(resources, declared),
    viewerRequest: readEdgeFunction(resources, declared, 'viewer-request'),
    viewerResponse: readEdgeFunction(resources, declared, 'viewer-response'),
  };
}

/** Puts a distribution together. Throws (ZodError or a sentence) for what the local edge cannot play. */
export function readDistribution(
  resources: DistributionResources,
  backends: Backends,
): DistributionDefinition {
  const { DistributionConfig: config } = distribution.parse(resources.properties);
  const origins = readOrigins(config.Origins, backends);
  const pages = config.CustomErrorResponses.flatMap((one): [number, ErrorPage][] =>
    one.ResponsePagePath
      ? [[one.ErrorCode, { path: one.ResponsePagePath, status: one.ResponseCode ?? one.ErrorCode }]]
      : [],
  );
  return {
    id: resources.id,
    domain: resources.domain,
    rootObject: config.DefaultRootObject,
    behaviours: [...config.CacheBehaviors, config.DefaultCacheBehavior].map((one) =>
      readBehaviour(resources, origins, one),
    ),
    errorPages: new Map(pages),
  };
}
