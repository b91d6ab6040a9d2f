import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a device can prove that had an attempt while it was open. */
export type StartClaims = {
  readonly attemptId: string;
  readonly deadline: string;
  readonly issuedAt: string;
};

/** The secret of one attempt's token, from the random seed of its start; from neither can the other be had. */
export const startSecret = (seed: string): string =>
  createHash('sha256').update(`start-token/${seed}`).digest('base64url');

const signatureOf = (payload: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(payload).digest();

export const signStart = ({ attemptId, deadline, issuedAt }: StartClaims, secret: string): string => {
  const payload = Buffer.from(JSON.stringify({ attemptId, deadline, issuedAt })).toString('base64url');
  return `${payload}.${signatureOf(payload, secret).toString('base64url')}`;
};

/** The claims of a token that was signed with this secret; undefined for any other text. */
export function verifyStart(token: string, secret: string): StartClaims | undefined {
  const [payload = '', signature = '', ...rest] = token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(payload, secret)];
  if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as StartClaims;
}
