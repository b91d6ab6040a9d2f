import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Route } from '../../shared/contract/route.ts';
import { Problem } from '../../shared/contract/values.ts';

type In<S> = S extends z.ZodType ? z.input<S> : never;
/** What a call of a route takes. `key` repeats an earlier call; a new one is made when left out. */
export type Input<R extends Route> = {
  readonly params?: In<R['params']>;
  readonly query?: In<R['query']>;
  readonly body?: In<R['body']>;
  readonly key?: string;
};
type Output<R extends Route> = z.output<R['answers'][keyof R['answers'] & number]>;

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };
/** One answer of the API, with who asked for what. */
export type Heard = Answer & { readonly request: string; readonly personId: string };

export type Connection = {
  readonly address: string;
  readonly personId: string;
  readonly token?: string;
  /** Tries again while the platform is busy, as the web client does. Off where a busy answer would be a defect. */
  readonly patient: boolean;
  readonly heard: Heard[];
};

export type RawRequest = {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
};

const BUSY = new Set([429, 500, 502, 503, 504]);
const GIVE_UP_MS = 40_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const fill = (path: string, params: Record<string, unknown>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));

const requestOf = (route: Route, { params = {}, query, body, key }: Input<Route>): RawRequest => {
  const asked = new URLSearchParams(query as Record<string, string> | undefined).toString();
  return {
    method: route.method,
    path: fill(route.path, params as Record<string, unknown>) + (asked && `?${asked}`),
    headers: route.headers ? { 'idempotency-key': key ?? randomUUID() } : {},
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
};

const isLostRace = ({ status, text }: Answer): boolean =>
  status === 409 && (JSON.parse(text) as Problem).code === 'conflict';

/** A person (or a passer-by without a token) who speaks to the platform through its contracts. */
export class Client {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get personId(): string {
    return this.#connection.personId;
  }

  /** The body of a success, checked against the contract. Throws with the request and the answer otherwise. */
  async ok<R extends Route>(route: R, input: Input<R> = {}): Promise<Output<R>> {
    const answer = await this.call(route, input);
    const schema = route.answers[answer.status];
    if (!schema) throw new Error(`${route.method} ${route.path} answered ${answer.status}: ${answer.text}`);
    return schema.parse(answer.text === '' ? undefined : JSON.parse(answer.text)) as Output<R>;
  }

  /** The problem document of a refusal. Throws when the call was not refused in the proper form. */
  async refused<R extends Route>(route: R, input: Input<R> = {}): Promise<Problem> {
    return problemIn(await this.call(route, input));
  }

  call<R extends Route>(route: R, input: Input<R> = {}): Promise<Answer> {
    return this.send(requestOf(route, input as Input<Route>));
  }

  /** Sends a request as it is; for those that no contract allows. A patient client repeats it, key and all. */
  async send(request: RawRequest): Promise<Answer> {
    const end = performance.now() + GIVE_UP_MS;
    for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
      const answer = await this.#once(request).catch((error: unknown) => {
        if (!this.#connection.patient || performance.now() > end) throw error;
        return undefined;
      });
      const isFinal = answer && !BUSY.has(answer.status) && !isLostRace(answer);
      if (answer && (isFinal || !this.#connection.patient || performance.now() > end)) return answer;
      await pause(wait);
    }
  }

  async #once({ method, path, body, headers }: RawRequest): Promise<Answer> {
    const { address, token, personId, heard } = this.#connection;
    const response = await fetch(address + path, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'en',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    heard.push({ ...answer, request: `${method} ${path}`, personId });
    return answer;
  }
}

/** The problem document of an answer. Throws when it is none. */
export function problemIn({ status, headers, text }: Answer): Problem {
  const type = headers.get('content-type') ?? '';
  if (status < 400 || !type.startsWith('application/problem+json'))
    throw new Error(`Not a problem document: ${status} ${type} ${text}`);
  return z.strictObject(Problem.shape).parse(JSON.parse(text));
}
