import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isRole, type Role } from '#shared/contract/roles.ts';
import type { Route } from '#shared/contract/route.ts';

/** Who is calling: the person's reference (the user name in the pool) and the roles the pool vouches for. */
export type Actor = { readonly personId: string; readonly roles: readonly Role[] };

type Claims = Readonly<Record<string, unknown>>;

/** API Gateway HTTP APIs hand an array claim over as the text `[a b]`. */
const listClaim = (claim: unknown): string[] => {
  if (Array.isArray(claim)) return claim.map(String);
  if (typeof claim !== 'string') return [];
  return claim
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter(Boolean);
};

/** Reads the claims of a verified access token. Undefined when the request carries none. */
export const actorFromClaims = (claims: Claims | undefined): Actor | undefined => {
  const userName = claims?.username;
  if (typeof userName !== 'string' || userName === '') return undefined;
  // A pool that ignores the case of names hands them back in small letters; identifiers are written in capitals.
  return { personId: userName.toUpperCase(), roles: listClaim(claims?.['cognito:groups']).filter(isRole) };
};

export const actorOf = (event: APIGatewayProxyEventV2): Actor | undefined => {
  const context = event.requestContext as { authorizer?: { jwt?: { claims?: Claims } } };
  return actorFromClaims(context.authorizer?.jwt?.claims);
};

export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role));

/** Default deny: a route lists who may call it, and nobody else may. */
export const mayCall = (
  route: Pick<Route, 'roles'>,
  actor: Actor | undefined,
): 'yes' | 'sign-in' | 'forbidden' => {
  if (route.roles === 'public') return 'yes';
  if (!actor) return 'sign-in';
  if (route.roles === 'anyone') return actor.roles.length > 0 ? 'yes' : 'forbidden';
  return hasRole(actor, ...route.roles) ? 'yes' : 'forbidden';
};
