import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { discard, type HttpRequest, type HttpResponse, header } from '../http-api/exchange.ts';
import { Compression } from './compression.ts';
import { originHeaders, originQuery } from './forwarding.ts';
import {
  afterViewerRequest,
  afterViewerResponse,
  type EdgeContext,
  viewerRequestEvent,
  viewerResponseEvent,
} from './function-event.ts';
import { EdgeFunctionError } from './function-runtime.ts';
import { applyPolicy } from './response-headers.ts';
import type { Behaviour, DistributionDefinition } from './settings.ts';
import { refuseUnsigned } from './signed-cookies.ts';

/** The methods that CloudFront knows; any other is a 405 whatever the behaviour allows. */
const METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE']);

const refusal = (status: number, title: string, text: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/html', 'x-cache': 'Error from cloudfront' },
  body: Buffer.from(
    `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`,
  ),
});

const METHOD_REFUSED =
  'This distribution is not configured to allow the HTTP request method that was used for this request.';

/**
 * One AWS::CloudFront::Distribution on the local address. It caches nothing but compressed bodies.
 * The viewer speaks plain HTTP here whatever ViewerProtocolPolicy says: browsers treat loopback as secure.
 */
export class Distribution {
  readonly #definition: DistributionDefinition;
  readonly #log: (line: string) => void;
  readonly #now: () => number;
  readonly #compression = new Compression();

  /** `log` hears of edge functions that failed; `now` is the time that passes are held against, ms since 1970. */
  constructor(definition: DistributionDefinition, log: (line: string) => void, now: () => number = Date.now) {
    this.#definition = definition;
    this.#log = log;
    this.#now = now;
  }

  async handle(request: HttpRequest): Promise<HttpResponse> {
    const requestId = randomUUID().replaceAll('-', '');
    const behaviour = this.#behaviour(request.url);
    const answer = await this.#guarded(request, () => this.#play(request, behaviour, requestId));
    const via = '1.1 local.cloudfront.net (CloudFront)';
    return { ...answer, headers: { ...answer.headers, via, 'x-amz-cf-id': requestId } };
  }

  #behaviour(url: string): Behaviour {
    const path = url.split('?')[0] ?? '/';
    const found = this.#definition.behaviours.find((behaviour) => behaviour.matches(path));
    // The default behaviour takes every path, so this is a bug of ours.
    if (!found) throw new Error(`No behaviour takes ${path}`);
    return found;
  }

  async #guarded(request: HttpRequest, play: () => Promise<HttpResponse>): Promise<HttpResponse> {
    try {
      return await play();
    } catch (error) {
      if (!(error instanceof EdgeFunctionError)) throw error;
      this.#log(`${request.method} ${request.url}: ${error.message}`);
      return refusal(
        error.status,
        'Function error',
        'The CloudFront function associated with this behaviour failed.',
      );
    }
  }

  async #play(request: HttpRequest, behaviour: Behaviour, requestId: string): Promise<HttpResponse> {
    if (!METHODS.has(request.method)) return refusal(405, 'Method not allowed', METHOD_REFUSED);
    if (!behaviour.methods.has(request.method)) return refusal(403, 'Bad request', METHOD_REFUSED);
    const unsigned = this.#refuseUnsigned(request, behaviour);
    if (unsigned) return withPolicy(behaviour, request, unsigned);
    const context = {
      distributionId: this.#definition.id,
      distributionDomainName: 'local.cloudfront.net',
      requestId,
    };
    const asked = viewerRequest(behaviour, context, request);
    if ('status' in asked)
      return withPolicy(behaviour, request, {
        ...asked,
        headers: { ...asked.headers, 'x-cache': 'FunctionGeneratedResponse from cloudfront' },
      });
    const fetched = await this.#fetch(asked, behaviour);
    const paged = fetched.status >= 400 ? await this.#errorPage(asked, fetched) : fetched;
    const cached = fetched.status >= 400 ? 'Error from cloudfront' : 'Miss from cloudfront';
    const response = withPolicy(behaviour, asked, {
      ...paged,
      headers: { ...paged.headers, 'x-cache': cached },
    });
    return viewerResponse(behaviour, context, asked, response, fetched.status);
  }

  #refuseUnsigned(request: HttpRequest, { trusted }: Behaviour): HttpResponse | undefined {
    const url = `https://${this.#definition.domain}${request.url}`;
    return trusted && refuseUnsigned(trusted, request, { url, now: this.#now() });
  }

  /** Asks the origin of `behaviour`, and compresses what it answers. */
  async #fetch(request: HttpRequest, behaviour: Behaviour): Promise<HttpResponse> {
    const { origin, forwarding, encodings } = behaviour;
    const [uri = '/', viewerQuery = ''] = request.url.split(/\?(.*)/s);
    const { rootObject } = this.#definition;
    const path = `${origin.path}${uri === '/' && rootObject ? `/${rootObject}` : uri}`;
    const query = originQuery(viewerQuery, forwarding);
    const response = await origin.handle({
      ...request,
      url: query ? `${path}?${query}` : path,
      headers: originHeaders(request, forwarding, origin.host, origin.headers),
      // The origin is connected to by the edge, which is this machine.
      sourceIp: '127.0.0.1',
    });
    // An answer to HEAD has nothing to compress, and keeps the length of the object as it is stored.
    const accepted = request.method === 'HEAD' ? undefined : header(request.headers, 'accept-encoding');
    return this.#compression.apply(response, `${origin.id}${path}`, accepted ?? '', encodings);
  }

  /** The page that the distribution has for this error, whichever origin the error came from; else the error itself. */
  async #errorPage(request: HttpRequest, failed: HttpResponse): Promise<HttpResponse> {
    const page = this.#definition.errorPages.get(failed.status);
    if (!page) return failed;
    const { 'accept-encoding': acceptEncoding, host } = request.headers;
    const asked = {
      method: request.method === 'HEAD' ? 'HEAD' : 'GET',
      url: page.path,
      headers: { ...(host && { host }), ...(acceptEncoding && { 'accept-encoding': acceptEncoding }) },
      sourceIp: request.sourceIp,
      body: Readable.from([]),
    };
    const found = await this.#fetch(asked, this.#behaviour(page.path));
    const unused = found.status === 200 ? failed : found;
    discard(unused.body);
    return found.status === 200 ? { ...found, status: page.status } : failed;
  }
}

function viewerRequest(
  behaviour: Behaviour,
  context: EdgeContext,
  request: HttpRequest,
): HttpRequest | HttpResponse {
  if (!behaviour.viewerRequest) return request;
  return afterViewerRequest(behaviour.viewerRequest.run(viewerRequestEvent(context, request)), request);
}

/** Not run for errors: CloudFront skips viewer-response functions when the origin's status is 400 or more. */
function viewerResponse(
  behaviour: Behaviour,
  context: EdgeContext,
  request: HttpRequest,
  response: HttpResponse,
  originStatus: number,
): HttpResponse {
  if (!behaviour.viewerResponse || originStatus >= 400) return response;
  const event = viewerResponseEvent(context, request, response);
  try {
    return afterViewerResponse(behaviour.viewerResponse.run(event), response);
  } catch (error) {
    discard(response.body);
    throw error;
  }
}

function withPolicy(behaviour: Behaviour, request: HttpRequest, response: HttpResponse): HttpResponse {
  if (!behaviour.responseHeaders) return response;
  const corsRequest = {
    origin: header(request.headers, 'origin'),
    preflight: request.method === 'OPTIONS' && 'access-control-request-method' in request.headers,
  };
  return { ...response, headers: applyPolicy(response.headers, behaviour.responseHeaders, corsRequest) };
}
