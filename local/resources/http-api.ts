import * as z from 'zod';
import { description, inert, tags, text } from './property.ts';

/** AWS::ApiGatewayV2::Api of protocol HTTP. */
export const HttpApiDeclaration = z.strictObject({
  Name: description,
  Description: description,
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: z
    .strictObject({
      AllowCredentials: z.boolean().optional(),
      AllowHeaders: z.array(text).optional(),
      AllowMethods: z.array(text).optional(),
      AllowOrigins: z.array(text).optional(),
      ExposeHeaders: z.array(text).optional(),
      MaxAge: z.number().optional(),
    })
    .optional(),
  DisableExecuteApiEndpoint: inert('the one address goes through the distribution'),
  Tags: tags,
});

const Throttling = z.strictObject({
  ThrottlingBurstLimit: z.number().int().positive().optional(),
  ThrottlingRateLimit: z.number().positive().optional(),
  DetailedMetricsEnabled: inert('metrics are for CloudWatch'),
});

/** AWS::ApiGatewayV2::Stage. */
export const Stage = z.strictObject({
  ApiId: text,
  StageName: z.literal('$default'),
  Description: description,
  AutoDeploy: z.literal(true),
  DefaultRouteSettings: Throttling.optional(),
  RouteSettings: z.record(z.string(), Throttling).optional(),
  AccessLogSettings: inert('access logs are for CloudWatch'),
  Tags: tags,
});

/** AWS::ApiGatewayV2::Route with a JWT authorizer or none. */
export const Route = z.strictObject({
  ApiId: text,
  RouteKey: text,
  Target: text,
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: text.optional(),
  AuthorizationScopes: z.array(text).optional(),
  OperationName: description,
});

/** AWS::ApiGatewayV2::Integration with a Lambda function. */
export const Integration = z.strictObject({
  ApiId: text,
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: text,
  IntegrationMethod: inert('Lambda is always invoked by POST'),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.number().int().min(50).max(30_000).optional(),
  Description: description,
});

/** AWS::ApiGatewayV2::Authorizer of type JWT. */
export const Authorizer = z.strictObject({
  ApiId: text,
  Name: description,
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.array(text).length(1),
  JwtConfiguration: z.strictObject({ Audience: z.array(text), Issuer: text }),
});
