import type { AwsService } from '../core/aws-error.ts';
import { handleJsonProtocol, operationOf } from '../core/json-protocol.ts';
import { type Handler, type HttpResponse, header } from '../http-api/exchange.ts';
import { isUnsigned } from '../iam/actions.ts';

/** Names and tokens are short; nothing else comes by this way. Bytes. */
const LARGEST_BODY = 64 * 1024;

const refused = (status: number, code: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: Buffer.from(JSON.stringify({ __type: code, message: 'The sign-in service takes no such request.' })),
});

async function readShort(body: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > LARGEST_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/**
 * The user pools as the edge's origin: what a page may ask without a signature. A signed request cannot come this way on
 * AWS either, because the edge puts another host name on it.
 */
export const signInOrigin =
  (pools: AwsService, log: (line: string) => void): Handler =>
  async ({ method, headers, body }) => {
    const target = header(headers, 'x-amz-target');
    if (method !== 'POST' || target === undefined) return refused(400, 'UnknownOperationException');
    if (!isUnsigned('cognito-idp', operationOf(target)))
      return refused(400, 'MissingAuthenticationTokenException');
    const asked = await readShort(body);
    if (!asked) return refused(413, 'RequestEntityTooLargeException');
    const contentType = header(headers, 'content-type');
    return handleJsonProtocol(pools, { target, contentType }, asked, {
      onBug: (error) => log(`${target}: ${error instanceof Error ? error.stack : String(error)}`),
    });
  };
