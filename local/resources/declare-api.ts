import type { JSONWebKeySet } from 'jose';
import type { Cognito } from '../cognito/cognito.ts';
import type { Clock } from '../core/clock.ts';
import type { Faults } from '../core/faults.ts';
import { isObject } from '../core/json.ts';
import { readApi } from '../http-api/definition.ts';
import type { Handler } from '../http-api/exchange.ts';
import { HttpApi, type InvocationOutcome } from '../http-api/http-api.ts';
import type { Iam } from '../iam/iam.ts';
import type { Lambda } from '../lambda/lambda.ts';
import type { Environment } from '../template/resource.ts';
import type { Checked, CheckedResources } from './checked-resources.ts';
import { orRefuse } from './or-refuse.ts';

type Dependencies = {
  readonly resources: CheckedResources;
  readonly environment: Environment;
  readonly iam: Iam;
  readonly enforced: boolean;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly log: (line: string) => void;
  readonly lambda: Lambda;
  readonly cognito: Cognito;
};

type ApiPart = `AWS::ApiGatewayV2::${'Stage' | 'Route' | 'Integration' | 'Authorizer'}`;

/** `GET /orders/{id}` → the ARN that API Gateway shows to a function's permission. */
function sourceArn({ region, account }: Environment, apiId: string, routeKey: string): string {
  const [method = '', path = ''] = routeKey.split(' ');
  return `arn:aws:execute-api:${region}:${account}:${apiId}/$default/${method}${path}`;
}

const routeKeyOf = (event: unknown): string => (isObject(event) ? String(event.routeKey) : '');

/** Invokes as API Gateway: only functions that permit this API and route. */
const invoker =
  ({ lambda, iam, enforced, environment }: Dependencies, apiId: string) =>
  async (functionName: string, event: unknown): Promise<InvocationOutcome> => {
    const { region, account } = environment;
    const source = sourceArn(environment, apiId, routeKeyOf(event));
    const target = `arn:aws:lambda:${region}:${account}:function:${functionName}`;
    if (enforced && !iam.serviceAllowed('apigateway.amazonaws.com', 'lambda:InvokeFunction', target, source))
      return { ok: false, throttled: false, reason: `no permission lets ${source} invoke ${functionName}` };
    const result = await lambda.invoke(functionName, event);
    if (result.ok) return { ok: true, result: JSON.parse(result.payload) as unknown };
    const { errorType, errorMessage } = result.error;
    return { ok: false, throttled: result.kind === 'throttled', reason: `${errorType}: ${errorMessage}` };
  };

/** Cognito's own keys, for the issuers of the template's pools. */
function issuerKeys({ resources, cognito, environment }: Dependencies) {
  const issuers = resources
    .of('AWS::Cognito::UserPool')
    .map(({ name }) => `https://cognito-idp.${environment.region}.amazonaws.com/${name}`);
  return (issuer: string): JSONWebKeySet | undefined =>
    issuers.includes(issuer) ? cognito.jwks() : undefined;
}

/** Every HTTP API of the template by its id. Throws `StartRefused` for what the gateway cannot play. */
export function declareApis(d: Dependencies): ReadonlyMap<string, Handler> {
  const belonging = <K extends ApiPart>(type: K, api: string): Checked<K>[] =>
    d.resources.of(type).filter(({ properties }) => properties.ApiId === api);
  const byRef = (resources: readonly { readonly ref: string; readonly properties: unknown }[]) =>
    new Map(resources.map(({ ref, properties }) => [ref, properties]));
  const jwks = issuerKeys(d);
  const apis = d.resources.of('AWS::ApiGatewayV2::Api').map((api) => {
    const definition = orRefuse(api, () =>
      readApi({
        id: api.name,
        api: api.properties,
        stage: belonging('AWS::ApiGatewayV2::Stage', api.name)[0]?.properties,
        routes: belonging('AWS::ApiGatewayV2::Route', api.name).map(({ properties }) => properties),
        integrations: byRef(belonging('AWS::ApiGatewayV2::Integration', api.name)),
        authorizers: byRef(belonging('AWS::ApiGatewayV2::Authorizer', api.name)),
      }),
    );
    const { clock, faults, log, environment } = d;
    const parts = { api: definition, jwks, clock, faults, log, account: environment.account };
    const gateway = new HttpApi({ ...parts, invoke: invoker(d, api.name) });
    return [api.name, (request: Parameters<Handler>[0]) => gateway.handle(request)] as const;
  });
  return new Map(apis);
}
