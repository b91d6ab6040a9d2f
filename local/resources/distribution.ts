import * as z from 'zod';
import { description, inert, tags, text } from './property.ts';

const protocol = inert('loopback is plain HTTP for the browser and for origins');

const Behaviour = z.strictObject({
  PathPattern: text.optional(),
  TargetOriginId: text,
  AllowedMethods: z.array(text).optional(),
  CachedMethods: inert('nothing is cached locally'),
  CachePolicyId: text,
  OriginRequestPolicyId: text.optional(),
  ResponseHeadersPolicyId: text.optional(),
  Compress: z.boolean().optional(),
  ViewerProtocolPolicy: protocol,
  TrustedKeyGroups: z.array(text).optional(),
  FunctionAssociations: z
    .array(z.strictObject({ EventType: z.enum(['viewer-request', 'viewer-response']), FunctionARN: text }))
    .optional(),
});

const Origin = z.strictObject({
  Id: text,
  DomainName: text,
  OriginPath: text.optional(),
  OriginAccessControlId: text.optional(),
  S3OriginConfig: inert('origin access control replaces the identity it would hold'),
  CustomOriginConfig: protocol,
  OriginCustomHeaders: z.array(z.strictObject({ HeaderName: text, HeaderValue: text })).optional(),
  OriginShield: inert('nothing is cached locally'),
  ConnectionAttempts: inert('origins are in the same process'),
  ConnectionTimeout: inert('origins are in the same process'),
});

/** AWS::CloudFront::Distribution as the local edge plays it. */
export const Distribution = z.strictObject({
  DistributionConfig: z.strictObject({
    Enabled: z.boolean(),
    Comment: description,
    Aliases: inert('the one address is 127.0.0.1'),
    ViewerCertificate: protocol,
    HttpVersion: protocol,
    IPV6Enabled: inert('the one address is 127.0.0.1'),
    PriceClass: inert('a price list'),
    Logging: inert('access logs are for the account in the cloud'),
    Restrictions: inert('only this machine can reach the one address'),
    WebACLId: inert('only this machine can reach the one address'),
    DefaultRootObject: text.optional(),
    Origins: z.array(Origin),
    DefaultCacheBehavior: Behaviour,
    CacheBehaviors: z.array(Behaviour).optional(),
    CustomErrorResponses: z
      .array(
        z.strictObject({
          ErrorCode: z.number(),
          ResponseCode: z.number().optional(),
          ResponsePagePath: text.optional(),
          ErrorCachingMinTTL: inert('nothing is cached locally'),
        }),
      )
      .optional(),
  }),
  Tags: tags,
});

/** AWS::CloudFront::Function. */
export const EdgeFunction = z.strictObject({
  Name: text,
  FunctionCode: text,
  FunctionConfig: z.strictObject({ Comment: description, Runtime: z.literal('cloudfront-js-2.0') }),
  AutoPublish: z.literal(true).optional(),
  FunctionMetadata: description,
  Tags: tags,
});

/** AWS::CloudFront::OriginAccessControl: the bucket's policy decides, as it does in the cloud. */
export const OriginAccessControl = z.strictObject({
  OriginAccessControlConfig: z.strictObject({
    Name: text,
    Description: description,
    OriginAccessControlOriginType: z.literal('s3'),
    SigningBehavior: z.literal('always'),
    SigningProtocol: z.literal('sigv4'),
  }),
});

/** AWS::CloudFront::ResponseHeadersPolicy. */
export const ResponseHeadersPolicy = z.strictObject({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: text,
    Comment: description,
    CorsConfig: z.record(z.string(), z.unknown()).optional(),
    CustomHeadersConfig: z.record(z.string(), z.unknown()).optional(),
    RemoveHeadersConfig: z.record(z.string(), z.unknown()).optional(),
    SecurityHeadersConfig: z.record(z.string(), z.unknown()).optional(),
    ServerTimingHeadersConfig: inert('nothing is cached locally, so there is nothing to time'),
  }),
});

/** AWS::CloudFront::OriginRequestPolicy. */
export const OriginRequestPolicy = z.strictObject({
  OriginRequestPolicyConfig: z.strictObject({
    Name: text,
    Comment: description,
    CookiesConfig: z.record(z.string(), z.unknown()),
    HeadersConfig: z.record(z.string(), z.unknown()),
    QueryStringsConfig: z.record(z.string(), z.unknown()),
  }),
});

/** AWS::CloudFront::CachePolicy: nothing is cached locally, but what is in the cache key reaches the origin. */
export const CachePolicy = z.strictObject({
  CachePolicyConfig: z.strictObject({
    Name: text,
    Comment: description,
    DefaultTTL: z.number(),
    MaxTTL: z.number(),
    MinTTL: z.number(),
    ParametersInCacheKeyAndForwardedToOrigin: z.record(z.string(), z.unknown()),
  }),
});
