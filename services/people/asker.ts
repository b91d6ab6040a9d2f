import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Asker } from './domain/wrong-codes.ts';

/**
 * Where a request without a sign-in comes from, as a hash that differs every hour and is kept for two: enough to count
 * wrong codes, too little to follow anybody. The distribution appends the visitor's address to `x-forwarded-for`, the
 * gateway then the distribution's. Going around the distribution it can be made up; the limit for all addresses
 * together holds then.
 */
export const addressOf = ({ headers, requestContext }: APIGatewayProxyEventV2, at: string): Asker => {
  const chain = headers['x-forwarded-for']?.split(/\s*,\s*/) ?? [];
  const address = chain.at(-2) ?? requestContext.http.sourceIp;
  const id = createHash('sha256')
    .update(`${at.slice(0, 13)} ${address}`)
    .digest('hex')
    .slice(0, 24);
  return { kind: 'address', id };
};
