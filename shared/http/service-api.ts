import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type * as z from 'zod';
import { type Actor, actorOf, mayCall } from '#shared/auth/actor.ts';
import { type AnswerOf, type RequestOf, type Route, type Routes, routeKey } from '#shared/contract/route.ts';
import type { Cause } from '#shared/messaging/outbox.ts';
import { logger } from '#shared/observability/telemetry.ts';
import { parseRequest } from './parse-request.ts';
import { type FieldError, languageOf, type Refusal, refuse, retryAfterOf, toProblem } from './problem.ts';
import { problemOnError } from './problem-middleware.ts';
import type { ProblemCatalogue } from './problems.ts';

/** What every implementation of a route receives beside its parsed request. */
export type Call<R extends Route = Route> = RequestOf<R> & {
  /** Undefined only on public routes. */
  readonly actor: R['roles'] extends 'public' ? Actor | undefined : Actor;
  /** When the request arrived, ISO 8601 UTC. */
  readonly at: string;
  readonly requestId: string;
  readonly event: APIGatewayProxyEventV2;
  /** The cause to write into events of this request. */
  readonly cause: Cause;
};

export type Implementations<R extends Routes, Code extends string> = {
  readonly [Name in keyof R]: (call: Call<R[Name]>) => Promise<AnswerOf<R[Name]> | Refusal<Code>>;
};

type Success = {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
  cookies?: readonly string[];
};
type Outcome = Success | Refusal;
type Run = (call: Call) => Promise<Outcome>;

const isRefusal = (outcome: Outcome): outcome is Refusal => 'refusal' in outcome;

const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.map((issue) => ({ pointer: `/${issue.path.map(String).join('/')}`, detail: issue.message }));

const callOf = (
  event: APIGatewayProxyEventV2,
  context: Context,
  actor: Actor | undefined,
  input: object,
): Call => {
  const at = new Date(event.requestContext.timeEpoch).toISOString();
  const requestId = context.awsRequestId;
  const cause = { actor: actor?.personId ?? 'system', at, correlationId: requestId, causationId: requestId };
  return { ...input, actor, at, requestId, event, cause } as Call;
};

const JSON_TYPE = 'application/json; charset=utf-8';

const succeed = (
  route: Route,
  { status, body, headers, cookies }: Success,
): APIGatewayProxyStructuredResultV2 => {
  const schema = route.answers[status];
  if (!schema) throw new Error(`${routeKey(route)} does not declare status ${status}`);
  if (status === 204 || status === 302)
    return { statusCode: status, headers: { 'cache-control': 'no-store', ...headers } };
  const answer = schema.parse(body);
  return {
    statusCode: status,
    headers: { 'content-type': JSON_TYPE, 'cache-control': 'no-store', ...headers },
    ...(cookies && { cookies: [...cookies] }),
    // A text of another type goes out as it is, for example XML.
    body: typeof answer === 'string' && headers?.['content-type'] ? answer : JSON.stringify(answer),
  };
};

const answerProblem = (catalogue: ProblemCatalogue, event: APIGatewayProxyEventV2, refusal: Refusal) => {
  const problem = toProblem(catalogue, refusal, languageOf(event.headers['accept-language']), {
    instance: event.rawPath,
  });
  return {
    statusCode: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...retryAfterOf(catalogue, refusal.refusal),
    },
    body: JSON.stringify(problem),
  };
};

async function dispatch(
  route: Route,
  run: Run,
  event: APIGatewayProxyEventV2,
  context: Context,
): Promise<{ ok: Success } | { refused: Refusal }> {
  const actor = actorOf(event);
  const permitted = mayCall(route, actor);
  if (permitted !== 'yes')
    return { refused: refuse(permitted === 'sign-in' ? 'sign-in-needed' : 'forbidden') };
  const parsed = parseRequest(route, event);
  if (parsed.kind === 'malformed') return { refused: refuse('malformed-request') };
  if (parsed.kind === 'too-large') return { refused: refuse('too-large') };
  if (parsed.kind === 'invalid')
    return { refused: { refusal: 'invalid-request', errors: fieldErrors(parsed.error) } };
  const outcome = await run(callOf(event, context, actor, parsed.input));
  return isRefusal(outcome) ? { refused: outcome } : { ok: outcome };
}

/**
 * The one API function of a service: routes by the gateway's route key, checks roles, parses the request by the
 * contract, and lets every answer out through its schema only. The only place where middleware order is decided.
 */
export function serviceApi<const R extends Routes, const C extends ProblemCatalogue>(
  routes: R,
  problems: C,
  implementations: NoInfer<
    Implementations<R, string & (keyof C | keyof typeof import('./problems.ts').commonProblems)>
  >,
) {
  const table = new Map(
    Object.entries(routes).map(([name, route]) => [
      routeKey(route),
      { route, run: implementations[name as keyof R] as unknown as Run },
    ]),
  );
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(problemOnError())
    .use(httpHeaderNormalizer())
    .handler(async (event, context) => {
      const entry = table.get(event.routeKey);
      if (!entry) return answerProblem(problems, event, refuse('not-found'));
      const result = await dispatch(entry.route, entry.run, event, context);
      return 'refused' in result
        ? answerProblem(problems, event, result.refused)
        : succeed(entry.route, result.ok);
    });
}
