import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Header names are in lower case; several values only where HTTP keeps them apart (`set-cookie`). */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** A request on its way through the edge, the gateway or both; `url` is path and query as they were sent. */
export type HttpRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly sourceIp: string;
  readonly body: AsyncIterable<Uint8Array>;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer | Readable;
};

/** Lets go of a body that will not be sent. */
export const discard = (body: HttpResponse['body']): void => {
  if (!Buffer.isBuffer(body)) body.destroy();
};

export type Handler = (request: HttpRequest) => Promise<HttpResponse>;

/** The one value of a header; several are joined as HTTP says. */
export const header = (headers: Headers, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' || value === undefined ? value : value.join(', ');
};

function fromNode(request: IncomingMessage): HttpRequest {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: Object.fromEntries(headers),
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    // The gateway may stop reading (413) and must still be able to answer on this connection.
    body: request.iterator({ destroyOnReturn: false }),
  };
}

const WITHOUT_BODY = new Set([204, 304]);

async function send(request: IncomingMessage, response: ServerResponse, answer: HttpResponse): Promise<void> {
  const { status, body } = answer;
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(answer.headers))
    headers[name] = typeof value === 'string' ? value : [...value];
  const silent = request.method === 'HEAD' || WITHOUT_BODY.has(status);
  if (Buffer.isBuffer(body)) {
    if (!WITHOUT_BODY.has(status)) headers['content-length'] ??= String(body.length);
    response.writeHead(status, headers).end(silent ? undefined : body);
  } else {
    response.writeHead(status, headers);
    if (silent) {
      body.destroy();
      response.end();
    } else await pipeline(body, response);
  }
  // A body that nobody read would be taken for the next request on this connection.
  if (!request.complete) request.resume();
}

/** Plays `handler` on a node:http server. `log` hears of what it throws; the viewer sees a bare 500. */
export const nodeListener =
  (handler: Handler, log: (line: string) => void) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await send(request, response, await handler(fromNode(request)));
    } catch (error) {
      if (!request.socket.destroyed) log(`${request.method} ${request.url}: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(500, { 'content-type': 'application/json' })
          .end('{"message":"Internal Server Error"}');
    }
  };
