import { Stack } from 'aws-cdk-lib';
import { CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type Routes, routeKey } from '../../shared/contract/route.ts';
import { acknowledge } from './acknowledge.ts';
import type { ServiceFunction } from './service-function.ts';

export type ServiceRoutesProps = {
  readonly apiId: string;
  readonly authorizerId: string;
  readonly routes: Routes;
  readonly target: ServiceFunction;
};

/**
 * Every route of a contract as a route of the gateway, one by one, so that an unknown path never reaches a function.
 * One integration and one permission serve them all: a permission each would pass the policy's 20 KB.
 */
export class ServiceRoutes extends Construct {
  constructor(scope: Construct, id: string, { apiId, authorizerId, routes, target }: ServiceRoutesProps) {
    super(scope, id);
    const integration = new CfnIntegration(this, 'Integration', {
      apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: target.fn.functionArn,
      payloadFormatVersion: '2.0',
      timeoutInMillis: 29_000,
    });
    for (const [name, route] of Object.entries(routes)) {
      const isPublic = route.roles === 'public';
      const resource = new CfnRoute(this, name, {
        apiId,
        routeKey: routeKey(route),
        target: `integrations/${integration.ref}`,
        authorizationType: isPublic ? 'NONE' : 'JWT',
        ...(!isPublic && { authorizerId }),
      });
      if (isPublic)
        acknowledge(resource, { 'AwsSolutions-APIG4': `the contract declares it public: ${route.summary}` });
    }
    target.fn.addPermission('Gateway', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({ service: 'execute-api', resource: apiId, resourceName: '*/*' }),
    });
  }
}
