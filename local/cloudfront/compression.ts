import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { discard, type Headers, type HttpResponse, header } from '../http-api/exchange.ts';

const SMALLEST = 1000;
const LARGEST = 10_000_000;
const CACHE_BYTES = 32 * 1024 * 1024;

/** The types that CloudFront compresses, as far as a web application uses them. */
const COMPRESSIBLE =
  /^(text\/(css|html|javascript|js|plain|xml|csv|markdown|richtext|vtt|x-component|x-script)|application\/(javascript|json|manifest\+json|ld\+json|vnd\.api\+json|xml|xhtml\+xml|rss\+xml|x-javascript|wasm|graphql|vnd\.apple\.mpegurl|x-mpegurl|dash\+xml|vnd\.ms-fontobject|font-sfnt|x-font-ttf)|image\/svg\+xml|font\/(eot|otf|ttf))(;|$)/i;

const STATUSES = new Set([200, 403, 404]);

type Encoding = 'br' | 'gzip';
export type Encodings = { readonly gzip: boolean; readonly brotli: boolean };

/** Brotli at 5 is as fast as gzip at 6 and smaller; the highest levels take seconds. */
const COMPRESS: Record<Encoding, (data: Buffer) => Promise<Buffer>> = {
  gzip: promisify<Buffer, Buffer>(gzip),
  br: (data) => promisify(brotliCompress)(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

/** The encoding to use for `accept-encoding`, brotli first; undefined when the viewer or the policy takes none. */
function chooseEncoding(accepted: string, allowed: Encodings): Encoding | undefined {
  const offers = new Map(
    accepted.split(',').map((offer) => {
      const [name = '', quality] = offer.split(';').map((part) => part.trim());
      return [name.toLowerCase(), Number(quality?.replace(/^q=/, '') ?? 1)];
    }),
  );
  const takes = (name: string) => (offers.get(name) ?? offers.get('*') ?? 0) > 0;
  if (allowed.brotli && takes('br')) return 'br';
  return allowed.gzip && takes('gzip') ? 'gzip' : undefined;
}

function eligible({ status, headers }: HttpResponse): boolean {
  const size = Number(header(headers, 'content-length') ?? Number.NaN);
  return (
    STATUSES.has(status) &&
    size >= SMALLEST &&
    size <= LARGEST &&
    headers['content-encoding'] === undefined &&
    COMPRESSIBLE.test(header(headers, 'content-type') ?? '')
  );
}

const weak = (etag: string): string => (etag.startsWith('W/') ? etag : `W/${etag}`);

/** Compresses responses, and remembers the results by ETag up to a bound of memory, the least recently used going first. */
export class Compression {
  readonly #kept = new Map<string, Buffer>();
  #bytes = 0;

  /** `key` tells objects apart that may share an ETag: origin and path. */
  async apply(
    response: HttpResponse,
    key: string,
    accepted: string,
    allowed: Encodings,
  ): Promise<HttpResponse> {
    if (!(allowed.gzip || allowed.brotli) || !eligible(response)) return response;
    const varied: Headers = { ...response.headers, vary: varyOf(response.headers) };
    const encoding = chooseEncoding(accepted, allowed);
    if (!encoding) return { ...response, headers: varied };
    const { etag, 'content-length': _, 'accept-ranges': __, ...headers } = varied;
    const tag = typeof etag === 'string' ? etag : undefined;
    const body = await this.#compressed(response.body, encoding, tag && `${encoding} ${tag} ${key}`);
    return {
      status: response.status,
      headers: { ...headers, ...(tag && { etag: weak(tag) }), 'content-encoding': encoding },
      body,
    };
  }

  async #compressed(body: Buffer | Readable, encoding: Encoding, key: string | undefined): Promise<Buffer> {
    const kept = key === undefined ? undefined : this.#kept.get(key);
    if (key !== undefined && kept) {
      discard(body);
      this.#keep(key, kept);
      return kept;
    }
    const data = await COMPRESS[encoding](Buffer.isBuffer(body) ? body : await buffer(body));
    if (key !== undefined) this.#keep(key, data);
    return data;
  }

  #keep(key: string, data: Buffer): void {
    this.#forget(key);
    this.#kept.set(key, data);
    this.#bytes += data.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= CACHE_BYTES) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.length ?? 0;
    this.#kept.delete(key);
  }
}

function varyOf(headers: Headers): string {
  const vary = header(headers, 'vary');
  if (vary === undefined) return 'Accept-Encoding';
  return /accept-encoding/i.test(vary) ? vary : `${vary}, Accept-Encoding`;
}
