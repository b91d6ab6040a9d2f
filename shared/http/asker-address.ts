import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { TryStore } from '../store/try-store.ts';

/** `address` is where a request says it comes from, `via` the machine that the gateway heard it from; both disguised. */
export type Sender = { readonly address: string; readonly via: string };

/**
 * Where a request without a sign-in comes from, under a secret that was drawn for the hour: enough to count wrong
 * codes, and nothing by which one hour's visitor is known in the next. The distribution appends the visitor's address
 * to `x-forwarded-for`, the gateway then the distribution's. Going around the distribution the former can be made up,
 * the latter never is.
 */
export async function senderOf(
  tries: TryStore,
  { headers, requestContext }: APIGatewayProxyEventV2,
  at: string,
): Promise<Sender> {
  const { sourceIp } = requestContext.http;
  const chain = headers['x-forwarded-for']?.split(/\s*,\s*/) ?? [];
  const secret = await tries.secretOf(at, randomBytes(32).toString('hex'));
  const disguised = (address: string) =>
    createHmac('sha256', secret).update(networkOf(address)).digest('hex').slice(0, 24);
  return { address: disguised(chain.at(-2) ?? sourceIp), via: disguised(sourceIp) };
}

/** One address of version 4; of version 6 the /64, within which a single line has as many as it likes (RFC 6177). */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [front = '', back] = address.split('::');
  const groups = front.split(':').filter(Boolean);
  const last = back?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: 8 - groups.length - last.length }, () => '0');
  return [...groups, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
