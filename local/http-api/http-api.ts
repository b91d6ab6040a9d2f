import { randomBytes } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import type { Clock } from '../core/clock.ts';
import type { Faults } from '../core/faults.ts';
import { authorize, type JwtContext, type Refusal, tokenAt } from './authorizer.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import type { ApiDefinition, ApiRoute } from './definition.ts';
import { toEvent } from './event.ts';
import { type Headers, type HttpRequest, type HttpResponse, header } from './exchange.ts';
import { ownReply, toReply } from './reply.ts';
import { type RouteMatch, selectRoute } from './routes.ts';
import { Throttle } from './throttle.ts';

/** What became of an invocation: its result, or why there is none. */
export type InvocationOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly throttled: boolean; readonly reason: string };

export type HttpApiDependencies = {
  readonly api: ApiDefinition;
  readonly invoke: (functionName: string, event: unknown) => Promise<InvocationOutcome>;
  /** The keys that an issuer publishes; undefined for an issuer that is not known here. */
  readonly jwks: (issuer: string) => JSONWebKeySet | undefined;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly account: string;
  readonly log: (line: string) => void;
};

/** Quotas of HTTP APIs, in bytes: payload, and request line plus header lines. */
const LARGEST_BODY = 10 * 1024 * 1024;
const LARGEST_HEADERS = 10_240;

/** An API Gateway HTTP API: routes, JWT authorizers, CORS, throttling and payload format 2.0, on stage `$default`. */
export class HttpApi {
  readonly #parts: HttpApiDependencies;
  readonly #throttle: Throttle;

  constructor(dependencies: HttpApiDependencies) {
    this.#parts = dependencies;
    this.#throttle = new Throttle(dependencies.clock);
  }

  async handle(request: HttpRequest): Promise<HttpResponse> {
    const { cors } = this.#parts.api;
    const requestId = `${randomBytes(11).toString('base64url')}=`;
    const origin = header(request.headers, 'origin');
    const preflight =
      cors && origin && request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    const answer = preflight
      ? { status: 204, headers: preflightHeaders(cors, origin), body: Buffer.alloc(0) }
      : await this.#respond(request, requestId);
    const headers = cors
      ? withCors(answer.headers, origin ? corsHeaders(cors, origin) : {}, !preflight)
      : answer.headers;
    return { ...answer, headers: { ...headers, 'apigw-requestid': requestId } };
  }

  async #respond(request: HttpRequest, requestId: string): Promise<HttpResponse> {
    if (headerBytes(request) > LARGEST_HEADERS) return ownReply(431);
    const match = this.#route(request);
    if (match === 'malformed') return ownReply(400);
    if (!match) return ownReply(404);
    const { route } = match;
    if (route.throttle && !this.#throttle.admits(route.key, route.throttle)) return ownReply(429);
    const jwt = await this.#authorize(route, request);
    if (jwt && 'challenge' in jwt) return ownReply(jwt.status, { 'www-authenticate': jwt.challenge });
    const body = await readBody(request);
    if (!body) return ownReply(413);
    const { api, account, clock } = this.#parts;
    const event = toEvent({
      ...{ request, body, requestId, jwt, account, apiId: api.id },
      now: clock.requestTime?.(request.headers) ?? clock.now(),
      ...{ routeKey: route.key, pathParameters: match.pathParameters },
    });
    return this.#invoke(route, event);
  }

  #route({ method, url }: HttpRequest): RouteMatch<ApiRoute> | 'malformed' | undefined {
    try {
      return selectRoute(this.#parts.api.routes, method, url.split('?')[0] ?? '/');
    } catch (error) {
      if (error instanceof URIError) return 'malformed';
      throw error;
    }
  }

  async #authorize(route: ApiRoute, request: HttpRequest): Promise<JwtContext | Refusal | undefined> {
    const { authorizer, scopes } = route;
    if (!authorizer) return undefined;
    const query = new URLSearchParams(request.url.split('?')[1]);
    return authorize({
      authorizer,
      scopes,
      token: tokenAt(authorizer.identitySource, (name) => header(request.headers, name), query),
      keys: this.#parts.jwks(authorizer.issuer),
      now: this.#parts.clock.now(),
    });
  }

  async #invoke(route: ApiRoute, event: unknown): Promise<HttpResponse> {
    const { invoke, clock, faults, log } = this.#parts;
    const { promise: timedOut, resolve } = Promise.withResolvers<'timeout'>();
    const timer = setTimeout(() => resolve('timeout'), clock.delay(route.timeout));
    const outcome = await Promise.race([invoke(route.functionName, event), timedOut]).finally(() =>
      clearTimeout(timer),
    );
    if (outcome === 'timeout') return ownReply(503);
    if (!outcome.ok) {
      log(`${route.key} ${route.functionName}: ${outcome.reason}`);
      return ownReply(outcome.throttled ? 503 : 500);
    }
    // The function did its work but the caller never learns of it: its retry must not do the work twice.
    return faults.hit('crash') ? ownReply(500) : toReply(outcome.result);
  }
}

/** With CORS configured the gateway's own headers stand and those of the function are dropped. */
function withCors(headers: Headers, cors: Headers, replace: boolean): Headers {
  if (!replace) return headers;
  const own = Object.entries(headers).filter(([name]) => !name.startsWith('access-control-'));
  return { ...Object.fromEntries(own), ...cors };
}

function headerBytes({ method, url, headers }: HttpRequest): number {
  const lines = Object.keys(headers).map((name) => `${name}: ${header(headers, name)}\r\n`);
  return Buffer.byteLength(`${method} ${url} HTTP/1.1\r\n${lines.join('')}`);
}

/** Undefined as soon as the body is larger than the gateway takes. */
async function readBody(request: HttpRequest): Promise<Buffer | undefined> {
  if (Number(header(request.headers, 'content-length') ?? 0) > LARGEST_BODY) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
