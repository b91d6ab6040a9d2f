import { expect, it } from 'vitest';
import { everyRoute } from '../contract/every-route.ts';
import type { Platform } from './platform.ts';

/** The gateway against the contracts. */
export function gatewaySuite(platform: Platform): void {
  const routes = platform.all('AWS::ApiGatewayV2::Route');

  it('has the routes of the contracts and no others', () => {
    const deployed = routes.map(({ properties }) => properties.RouteKey);
    expect(deployed.toSorted()).toEqual(everyRoute.map(({ key }) => key).toSorted());
  });

  it.each(everyRoute)('sends $key to $service, signed in unless public', ({ key, service, route }) => {
    const deployed = routes.find(({ properties }) => properties.RouteKey === key)!;
    const integration = platform.follow(deployed, deployed.properties.Target)!;
    expect(integration.type).toBe('AWS::ApiGatewayV2::Integration');
    expect(platform.serviceOf(platform.follow(integration, integration.properties.IntegrationUri))).toBe(
      service,
    );
    expect(deployed.properties.AuthorizationType).toBe(route.roles === 'public' ? 'NONE' : 'JWT');
    if (route.roles === 'public') return;
    expect(platform.follow(deployed, deployed.properties.AuthorizerId)?.type).toBe(
      'AWS::ApiGatewayV2::Authorizer',
    );
  });
}
