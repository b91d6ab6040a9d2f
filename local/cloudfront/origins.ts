import * as z from 'zod';
import type { Handler } from '../http-api/exchange.ts';
import { type Buckets, objectOrigin } from './object-origin.ts';

export type Origin = {
  readonly id: string;
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly handle: Handler;
};

/** What stands behind the origins' domain names. */
export type Backends = {
  readonly buckets: Buckets;
  readonly api: (apiId: string) => Handler | undefined;
  /** The user pools, as anybody may call them. */
  readonly signIn: Handler;
};

/** One of a distribution's Origins, resolved. */
export const originProperties = z.object({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z.string().default(''),
  OriginCustomHeaders: z.array(z.object({ HeaderName: z.string(), HeaderValue: z.string() })).default([]),
});

const BUCKET_HOST = /^(.+)\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com$/;
const API_HOST = /^([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/i;

const SIGN_IN_HOST = /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/;

function backend(host: string, { buckets, api, signIn }: Backends): Handler {
  const bucket = BUCKET_HOST.exec(host)?.[1];
  if (bucket) return objectOrigin(buckets, bucket);
  if (SIGN_IN_HOST.test(host)) return signIn;
  const handler = api(API_HOST.exec(host)?.[1] ?? '');
  if (!handler)
    throw new Error(
      `the origin ${host} is neither a bucket nor an API of this assembly nor the sign-in service`,
    );
  return handler;
}

/** The origins by id. Throws naming one that is none of the backends. */
export const readOrigins = (
  origins: readonly z.output<typeof originProperties>[],
  backends: Backends,
): ReadonlyMap<string, Origin> =>
  new Map(
    origins.map((one): [string, Origin] => [
      one.Id,
      {
        id: one.Id,
        host: one.DomainName,
        path: one.OriginPath,
        headers: Object.fromEntries(
          one.OriginCustomHeaders.map((custom) => [custom.HeaderName.toLowerCase(), custom.HeaderValue]),
        ),
        handle: backend(one.DomainName, backends),
      },
    ]),
  );
