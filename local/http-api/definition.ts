import * as z from 'zod';
import type { JwtAuthorizer } from './authorizer.ts';
import type { CorsConfiguration } from './cors.ts';
import { inOrder, type Route, readRoute } from './routes.ts';
import type { ThrottleSettings } from './throttle.ts';

export type ApiRoute = Route & {
  readonly functionName: string;
  readonly timeout: number;
  readonly authorizer: JwtAuthorizer | undefined;
  readonly scopes: readonly string[];
  readonly throttle: ThrottleSettings | undefined;
};

/** An HTTP API ready to be played; its routes are in the order in which they are tried. */
export type ApiDefinition = {
  readonly id: string;
  readonly cors: CorsConfiguration | undefined;
  readonly routes: readonly ApiRoute[];
};

const api = z.object({
  CorsConfiguration: z
    .object({
      AllowCredentials: z.boolean().optional(),
      AllowHeaders: z.array(z.string()).optional(),
      AllowMethods: z.array(z.string()).optional(),
      AllowOrigins: z.array(z.string()).optional(),
      ExposeHeaders: z.array(z.string()).optional(),
      MaxAge: z.number().optional(),
    })
    .optional(),
});

const routeSettings = z.object({
  ThrottlingRateLimit: z.number().positive().optional(),
  ThrottlingBurstLimit: z.number().int().positive().optional(),
});

const stage = z.object({
  StageName: z.literal('$default'),
  AutoDeploy: z.literal(true),
  DefaultRouteSettings: routeSettings.default({}),
  RouteSettings: z.record(z.string(), routeSettings).default({}),
});

const route = z.object({
  RouteKey: z.string(),
  Target: z.templateLiteral(['integrations/', z.string()]),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

/** The gateway gives up after 30 s whatever the function's own timeout. */
const LONGEST_MS = 30_000;

const FUNCTION_ARN = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:([^:/]+)/;

const integration = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string().regex(FUNCTION_ARN, 'is not the ARN of a function'),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.number().int().max(LONGEST_MS).default(LONGEST_MS),
});

const authorizer = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.string()]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()).min(1) }),
});

/** Resolved properties of one API's AWS::ApiGatewayV2::* resources; integrations and authorizers by their `Ref`. */
export type ApiResources = {
  readonly id: string;
  readonly api: unknown;
  readonly stage: unknown;
  readonly routes: readonly unknown[];
  readonly integrations: ReadonlyMap<string, unknown>;
  readonly authorizers: ReadonlyMap<string, unknown>;
};

/** What an account may do in a region unless AWS raised it. */
const ACCOUNT_LIMIT = { rate: 10_000, burst: 5_000 };

type StageSettings = z.output<typeof stage>;

function throttleOf({ RouteSettings, DefaultRouteSettings }: StageSettings, key: string) {
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = {
    ...DefaultRouteSettings,
    ...RouteSettings[key],
  };
  if (rate === undefined && burst === undefined) return undefined;
  return { rate: rate ?? ACCOUNT_LIMIT.rate, burst: burst ?? ACCOUNT_LIMIT.burst };
}

function readApiRoute(resources: ApiResources, settings: StageSettings, properties: unknown): ApiRoute {
  const declared = route.parse(properties);
  const target = integration.parse(resources.integrations.get(declared.Target.split('/')[1] ?? ''));
  const jwt =
    declared.AuthorizationType === 'JWT'
      ? authorizer.parse(resources.authorizers.get(declared.AuthorizerId ?? ''))
      : undefined;
  return {
    ...readRoute(declared.RouteKey),
    functionName: FUNCTION_ARN.exec(target.IntegrationUri)?.[1] ?? '',
    timeout: target.TimeoutInMillis,
    authorizer: jwt && {
      issuer: jwt.JwtConfiguration.Issuer,
      audience: jwt.JwtConfiguration.Audience,
      identitySource: jwt.IdentitySource[0],
    },
    scopes: declared.AuthorizationScopes,
    throttle: throttleOf(settings, declared.RouteKey),
  };
}

/** Puts an API together. Throws (ZodError or a sentence) for what the local gateway cannot play. */
export function readApi(resources: ApiResources): ApiDefinition {
  const settings = stage.parse(resources.stage);
  const routes = resources.routes.map((one) => readApiRoute(resources, settings, one));
  return {
    id: resources.id,
    cors: api.parse(resources.api).CorsConfiguration,
    routes: inOrder(routes),
  };
}
