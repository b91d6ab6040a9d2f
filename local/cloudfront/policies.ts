import * as z from 'zod';
import type { Selection } from './forwarding.ts';

export type OriginRequestPolicy = {
  readonly headers: Selection;
  readonly cookies: Selection;
  readonly query: Selection;
};

/** `gzip` and `brotli`: what the edge may compress to. It never does for a policy that caches nothing. */
export type CachePolicy = OriginRequestPolicy & { readonly gzip: boolean; readonly brotli: boolean };

const names = z.array(z.string()).default([]);
const headersConfig = z
  .object({ HeaderBehavior: z.string(), Headers: names })
  .transform(({ HeaderBehavior, Headers }) => ({ behaviour: HeaderBehavior, names: Headers }));
const cookiesConfig = z
  .object({ CookieBehavior: z.string(), Cookies: names })
  .transform(({ CookieBehavior, Cookies }) => ({ behaviour: CookieBehavior, names: Cookies }));
const queryConfig = z
  .object({ QueryStringBehavior: z.string(), QueryStrings: names })
  .transform((config) => ({ behaviour: config.QueryStringBehavior, names: config.QueryStrings }));

/** Properties of AWS::CloudFront::OriginRequestPolicy. */
export const originRequestPolicy = z
  .object({
    OriginRequestPolicyConfig: z.object({
      HeadersConfig: headersConfig,
      CookiesConfig: cookiesConfig,
      QueryStringsConfig: queryConfig,
    }),
  })
  .transform(({ OriginRequestPolicyConfig: config }) => ({
    headers: config.HeadersConfig,
    cookies: config.CookiesConfig,
    query: config.QueryStringsConfig,
  }));

/** Properties of AWS::CloudFront::CachePolicy. */
export const cachePolicy = z
  .object({
    CachePolicyConfig: z.object({
      MaxTTL: z.number(),
      ParametersInCacheKeyAndForwardedToOrigin: z.object({
        EnableAcceptEncodingGzip: z.boolean(),
        EnableAcceptEncodingBrotli: z.boolean().default(false),
        HeadersConfig: headersConfig,
        CookiesConfig: cookiesConfig,
        QueryStringsConfig: queryConfig,
      }),
    }),
  })
  .transform(({ CachePolicyConfig: { MaxTTL, ParametersInCacheKeyAndForwardedToOrigin: key } }) => ({
    headers: key.HeadersConfig,
    cookies: key.CookiesConfig,
    query: key.QueryStringsConfig,
    gzip: key.EnableAcceptEncodingGzip && MaxTTL > 0,
    brotli: key.EnableAcceptEncodingBrotli && MaxTTL > 0,
  }));

const items = z.object({ Items: z.array(z.string()) });
const override = { Override: z.boolean() };

const headersPolicyConfig = z.object({
  CorsConfig: z
    .object({
      AccessControlAllowCredentials: z.boolean(),
      AccessControlAllowHeaders: items,
      AccessControlAllowMethods: items,
      AccessControlAllowOrigins: items,
      AccessControlExposeHeaders: items.optional(),
      AccessControlMaxAgeSec: z.number().optional(),
      OriginOverride: z.boolean(),
    })
    .optional(),
  CustomHeadersConfig: z
    .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string(), ...override })) })
    .optional(),
  RemoveHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string() })) }).optional(),
  SecurityHeadersConfig: z
    .object({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), ...override }).optional(),
      ContentTypeOptions: z.object(override).optional(),
      FrameOptions: z.object({ FrameOption: z.string(), ...override }).optional(),
      ReferrerPolicy: z.object({ ReferrerPolicy: z.string(), ...override }).optional(),
      StrictTransportSecurity: z
        .object({
          AccessControlMaxAgeSec: z.number(),
          IncludeSubdomains: z.boolean().optional(),
          Preload: z.boolean().optional(),
          ...override,
        })
        .optional(),
      XSSProtection: z
        .object({
          Protection: z.boolean(),
          ModeBlock: z.boolean().optional(),
          ReportUri: z.string().optional(),
          ...override,
        })
        .optional(),
    })
    .optional(),
});

export type ResponseHeadersPolicy = z.output<typeof headersPolicyConfig>;

/** Properties of AWS::CloudFront::ResponseHeadersPolicy. */
export const responseHeadersPolicy = z
  .object({ ResponseHeadersPolicyConfig: headersPolicyConfig })
  .transform((properties) => properties.ResponseHeadersPolicyConfig);
