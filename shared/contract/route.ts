import type * as z from 'zod';
import type { Role } from './roles.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Schemas = z.ZodObject;

/**
 * One object per route. It yields the router entry, the API Gateway route with its authorizer, OpenAPI,
 * the typed web client and the role tests; nothing about a route is written anywhere else.
 */
export type Route = {
  readonly method: Method;
  /** Begins with /v1, parameters as {runId}. */
  readonly path: `/${string}`;
  /** Who may call it. 'public' needs no sign-in; 'anyone' needs a sign-in of any role. */
  readonly roles: readonly Role[] | 'public' | 'anyone';
  /** One sentence, for the API page. */
  readonly summary: string;
  readonly params?: Schemas;
  readonly query?: Schemas;
  readonly headers?: Schemas;
  readonly body?: z.ZodType;
  /** Success answers by status. Every body passes through its schema on the way out, so nothing undeclared leaves. */
  readonly answers: { readonly [status: number]: z.ZodType };
  /** Stable codes of the refusals a caller should expect, beyond those every route has. */
  readonly refusals?: readonly string[];
};

export type Routes = Readonly<Record<string, Route>>;

/** Keeps the literal types of a route, so that handlers and the web client are typed by it. */
export const route = <const R extends Route>(spec: R): R => spec;

export type Infer<S> = S extends z.ZodType ? z.output<S> : undefined;
/** What a handler of the route receives, after parsing. */
export type RequestOf<R extends Route> = {
  readonly params: Infer<R['params']>;
  readonly query: Infer<R['query']>;
  readonly headers: Infer<R['headers']>;
  readonly body: Infer<R['body']>;
};
/** What a handler of the route may answer: a declared status with the body of its schema. */
export type AnswerOf<R extends Route> = {
  [S in keyof R['answers'] & number]: {
    readonly status: S;
    readonly body: z.input<R['answers'][S]>;
    readonly headers?: Readonly<Record<string, string>>;
    /** Each goes out as a Set-Cookie of its own, which a header by name could not. */
    readonly cookies?: readonly string[];
  };
}[keyof R['answers'] & number];

/** The key under which API Gateway hands the route to its function. */
export const routeKey = (route: Pick<Route, 'method' | 'path'>) => `${route.method} ${route.path}`;
