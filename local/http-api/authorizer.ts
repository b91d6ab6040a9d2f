import {
  createLocalJWKSet,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from 'jose';

export type JwtAuthorizer = {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** `$request.header.Name` or `$request.querystring.name`. */
  readonly identitySource: string;
};

/** What a function finds in `requestContext.authorizer.jwt`. */
export type JwtContext = {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
};

export type Refusal = { readonly status: 401 | 403; readonly challenge: string };

type Verification = {
  readonly authorizer: JwtAuthorizer;
  readonly scopes: readonly string[];
  readonly token: string;
  readonly keys: JSONWebKeySet | undefined;
  /** Epoch ms. */
  readonly now: number;
};

const invalid = (description: string): Refusal => ({
  status: 401,
  challenge: `Bearer scope="" error="invalid_token" error_description="${description}"`,
});

/** HTTP APIs hand every claim over as a string, a list as `[a b]`. */
function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(String).join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

const SIGNATURE_FAILURE = 'the token has an invalid signature or is malformed';

/** Only RS256 with a key id that the issuer publishes: an unsigned or HMAC token never gets to a key. */
async function verifiedClaims(token: string, keys: JSONWebKeySet, now: number): Promise<JWTPayload | string> {
  try {
    const { kid } = decodeProtectedHeader(token);
    if (!kid) return 'the token has no key id';
    const options = {
      algorithms: ['RS256'],
      currentDate: new Date(now),
      requiredClaims: ['iss', 'exp'],
    };
    return (await jwtVerify(token, createLocalJWKSet(keys), options)).payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'the token has expired';
    if (error instanceof errors.JWTClaimValidationFailed) return `the claim ${error.claim} is not valid`;
    if (error instanceof errors.JWKSNoMatchingKey) return 'the key id is not known to the issuer';
    return SIGNATURE_FAILURE;
  }
}

/** `client_id` counts only when `aud` is absent. */
function audienceMatches(claims: JWTPayload, accepted: readonly string[]): boolean {
  const audience = claims.aud === undefined ? [claims.client_id] : [claims.aud].flat();
  return audience.some((one) => typeof one === 'string' && accepted.includes(one));
}

const scopesOf = (claims: JWTPayload): string[] =>
  [claims.scope ?? claims.scp ?? []]
    .flat()
    .flatMap((scope) => String(scope).split(' '))
    .filter(Boolean);

/**
 * Checks a token as a JWT authorizer of an HTTP API does: issuer, audience, `exp`, `nbf`, `iat`, scopes, RS256 and `kid`.
 * A bad token is a 401, a good one without any of the route's scopes a 403.
 */
export async function authorize(verification: Verification): Promise<JwtContext | Refusal> {
  const { authorizer, now, keys } = verification;
  if (verification.token === '') return { status: 401, challenge: 'Bearer' };
  if (!keys) return invalid('the issuer publishes no keys');
  const claims = await verifiedClaims(verification.token, keys, now);
  if (typeof claims === 'string') return invalid(claims);
  if (claims.iss !== authorizer.issuer) return invalid('the token has an invalid issuer');
  if (!audienceMatches(claims, authorizer.audience))
    return invalid('the token does not have a valid audience');
  if (claims.iat !== undefined && claims.iat > now / 1000)
    return invalid('the token was issued in the future');
  const held = scopesOf(claims);
  if (verification.scopes.length > 0 && !verification.scopes.some((scope) => held.includes(scope))) {
    const wanted = verification.scopes.join(' ');
    return { status: 403, challenge: `Bearer scope="${wanted}" error="insufficient_scope"` };
  }
  return {
    claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimText(value)])),
    scopes: verification.scopes.length > 0 ? held : null,
  };
}

/** The token at the authorizer's identity source, with or without `Bearer`; empty when there is none. */
export function tokenAt(
  source: string,
  header: (name: string) => string | undefined,
  query: URLSearchParams,
): string {
  const [, place, name = ''] = /^\$request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
  if (!place) throw new Error(`The identity source ${source} is not a header or query parameter.`);
  const value = place === 'header' ? header(name.toLowerCase()) : query.get(name);
  return (value ?? '').replace(/^Bearer(?:\s+|$)/i, '').trim();
}
