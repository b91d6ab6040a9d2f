import { contracts } from '../../services/contracts.ts';
import { type Route, routeKey } from '../../shared/contract/route.ts';

export type NamedRoute = {
  readonly service: string;
  readonly name: string;
  readonly key: string;
  readonly route: Route;
};

/** Every route of every service, flat. */
export const everyRoute: readonly NamedRoute[] = Object.entries(contracts).flatMap(([service, routes]) =>
  Object.entries<Route>(routes).map(([name, route]) => ({ service, name, key: routeKey(route), route })),
);
