import { createHmac, randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Asker } from './domain/wrong-codes.ts';
import type { TryStore } from './try-store.ts';

/**
 * Where a request without a sign-in comes from, under a secret that was drawn for the hour: enough to count wrong
 * codes, and nothing by which one hour's visitor is known in the next. The distribution appends the visitor's address
 * to `x-forwarded-for`, the gateway then the distribution's. Going around the distribution it can be made up; the limit
 * for all addresses together holds then.
 */
export async function addressOf(
  tries: TryStore,
  { headers, requestContext }: APIGatewayProxyEventV2,
  at: string,
): Promise<Asker> {
  const chain = headers['x-forwarded-for']?.split(/\s*,\s*/) ?? [];
  const address = chain.at(-2) ?? requestContext.http.sourceIp;
  const secret = await tries.secretOf(at, randomBytes(32).toString('hex'));
  const id = createHmac('sha256', secret).update(address).digest('hex').slice(0, 24);
  return { kind: 'address', id };
}
