import { createHash } from 'node:crypto';
import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Cloud } from '../cloud.ts';
import type { DaysAgo } from './earlier-days.ts';

/** Everybody in the demo signs in with this; the demo exists on one machine only. */
export const DEMO_PASSWORD = 'hocvuso2026';

type Answer = { readonly status: number; readonly body: Record<string, unknown> };
type Special = {
  /** Its idempotency key, where the same request is to be made anew. */
  readonly key?: string;
  /** Made as if on this earlier day. */
  readonly on?: DaysAgo;
};
type Send = (method: string, path: string, body?: unknown, special?: Special) => Promise<Answer>;

/** As much of a running cloud as signing in takes, so that one in another process will do. */
type Doors = Pick<Cloud, 'operator' | 'outputs'>;

const clientOf = ({ operator }: Doors) => new CognitoIdentityProviderClient(operator);

/** Gives an account its demo password, as an administrator of the pool would. */
export async function setDemoPassword(cloud: Doors, personId: string): Promise<void> {
  await clientOf(cloud).send(
    new AdminSetUserPasswordCommand({
      UserPoolId: cloud.outputs.UserPoolId,
      Username: personId,
      Password: DEMO_PASSWORD,
      Permanent: true,
    }),
  );
}

/**
 * The same request of the same day has the same key on every start, so that trying again does nothing twice. Keys are
 * kept for two days, those of earlier days until the next sweep: a later start looks at what is there already.
 */
const keyFor = (method: string, path: string, body: unknown, on: DaysAgo | undefined): string =>
  `demo-${createHash('sha256')
    .update(JSON.stringify([method, path, body, on?.days]))
    .digest('hex')
    .slice(0, 40)}`;

const BUSY = new Set([429, 500, 503]);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The access token of a person with the demo password. Throws when the pool does not let them in. */
export async function accessToken(cloud: Doors, loginName: string): Promise<string> {
  const { AuthenticationResult } = await clientOf(cloud).send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: cloud.outputs.UserPoolClientId,
      AuthParameters: { USERNAME: loginName, PASSWORD: DEMO_PASSWORD },
    }),
  );
  const token = AuthenticationResult?.AccessToken;
  if (!token) throw new Error(`demo: ${loginName} could not sign in`);
  return token;
}

/** Signs in and speaks to the API as any client does, trying again while the platform is busy. */
export async function signIn(cloud: Cloud, loginName: string): Promise<Send> {
  const token = await accessToken(cloud, loginName);
  return async (method, path, body, { on, key = keyFor(method, path, body, on) } = {}) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await fetch(`${cloud.address}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'accept-language': 'en',
          'idempotency-key': key,
          ...cloud.admission.pass,
          ...on?.headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!BUSY.has(answer.status) || attempt === 8) {
        const text = await answer.text();
        return { status: answer.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
      }
      await pause(50 * 2 ** attempt);
    }
  };
}

/** The body of an expected answer; anything else names the request and what came back. */
export async function expectStatus(
  send: Send,
  statuses: readonly number[],
  ...request: Parameters<Send>
): Promise<Record<string, unknown>> {
  const answer = await send(...request);
  const [method, path] = request;
  if (statuses.includes(answer.status)) return answer.body;
  throw new Error(`demo: ${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Makes every request as if on that earlier day. */
export const earlier =
  (send: Send, on: DaysAgo): Send =>
  (method, path, body, special) =>
    send(method, path, body, { ...special, on });

export type { Send };

/** Runs `work` over the items, a few at a time, in order of arrival. */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const left = [...items];
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
