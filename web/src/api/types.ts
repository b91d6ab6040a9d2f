import type * as z from 'zod';
import type { contracts } from '../../../services/contracts.ts';
import type { Problem } from '../../../shared/contract/values.ts';
import type { KeptAnswer } from '../kept/keeping.ts';
import type { routes } from './routes.generated.ts';

type Intersect<U> = (U extends unknown ? (x: U) => void : never) extends (x: infer I) => void ? I : never;
type Contracts = Intersect<(typeof contracts)[keyof typeof contracts]>;

/** Every call of the API by its name in the contracts. */
export type RouteName = keyof typeof routes & keyof Contracts;

type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;
type Spec<N extends RouteName> = Contracts[N];
type Field<N extends RouteName, K extends string> = Spec<N> extends { [P in K]: infer S } ? S : undefined;
type Query<N extends RouteName> =
  Field<N, 'query'> extends z.ZodType ? { query?: Sent<Field<N, 'query'>> } : unknown;
type Params<N extends RouteName> =
  Field<N, 'params'> extends z.ZodType ? { params: z.output<Field<N, 'params'>> } : unknown;
type Body<N extends RouteName> =
  Field<N, 'body'> extends z.ZodType ? { body: Sent<Field<N, 'body'>> } : unknown;
/** `key` is the Idempotency-Key: one per intent of the user, the same again when it is retried. */
type Key<N extends RouteName> = Field<N, 'headers'> extends z.ZodType ? { key: string } : unknown;

export type RequestFor<N extends RouteName> = Params<N> & Query<N> & Body<N> & Key<N>;

/** A refusal of the service, or one of the client's own: `offline` when no answer came. */
export type Refused = { readonly ok: false; readonly problem: Problem };
export type Answered<N extends RouteName> = {
  [S in keyof Spec<N>['answers'] & number]: {
    readonly ok: true;
    readonly status: S;
    readonly body: z.output<Extract<Spec<N>['answers'][S], z.ZodType>>;
  };
}[keyof Spec<N>['answers'] & number];
export type Result<N extends RouteName> = Answered<N> | Refused;
/** The answer on its way; `kept` is the last good one on this device, for reads whose answers are kept. */
export type Reply<N extends RouteName> = Promise<Result<N>> & {
  readonly kept: () => Promise<KeptAnswer<BodyOf<N>> | undefined>;
};
/** Body of a successful answer. */
export type BodyOf<N extends RouteName> = Answered<N>['body'];

type Empty<T> = Record<never, never> extends T ? true : false;
export type Api = {
  readonly [N in RouteName]: (
    ...request: Empty<RequestFor<N>> extends true ? [RequestFor<N>?] : [RequestFor<N>]
  ) => Reply<N>;
};
export type { Problem };
