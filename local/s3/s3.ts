import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { leaf } from '#shared/text/write-xml.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { verify } from '../core/sigv4.ts';
import { BlobStore, type CreateFile } from './blob-store.ts';
import { type BucketDeclaration, bucketArn } from './bucket.ts';
import type { Answer, Storage } from './call.ts';
import { corsHeaders } from './cors.ts';
import { asS3Error, S3Error } from './errors.ts';
import { dropUpload } from './multipart.ts';
import type { EmitObjectEvent } from './object-events.ts';
import { ObjectStore } from './object-store.ts';
import { answerRead } from './read-object.ts';
import { findRoute } from './routes.ts';
import { readTarget, type Target } from './target.ts';
import { UploadStore } from './upload-store.ts';
import { xmlDocument } from './xml.ts';

type Dependencies = {
  readonly db: Database;
  readonly clock: Clock;
  /** Where object bytes are kept, beside the database. */
  readonly directory: string;
  readonly region: string;
  readonly account: string;
  readonly secretFor: (accessKeyId: string) => string | undefined;
  readonly allow: (accessKeyId: string, action: string, arn: string) => boolean;
  readonly emit: EmitObjectEvent;
  readonly log: (line: string) => void;
  readonly createFile?: CreateFile;
};

export type BucketSummary = {
  readonly name: string;
  readonly versioned: boolean;
  readonly objects: number;
  readonly bytes: number;
  readonly incompleteUploads: number;
};

const DAY_MS = 86_400_000;

/** S3 over HTTP: bytes as files, metadata in the shared database, every request authenticated and authorised. */
export class S3 {
  readonly #dependencies: Dependencies;
  readonly #storage: Storage;
  readonly #buckets = new Map<string, BucketDeclaration>();

  /** Sweeps what an earlier process left unfinished. */
  constructor(dependencies: Dependencies) {
    const { db, directory, createFile } = dependencies;
    this.#dependencies = dependencies;
    const objects = new ObjectStore(db);
    const uploads = new UploadStore(db);
    const blobs = new BlobStore(directory, createFile);
    this.#storage = { ...dependencies, objects, uploads, blobs };
    const swept = blobs.sweep((file) => objects.hasFile(file) || uploads.hasFile(file));
    if (swept > 0) dependencies.log(`S3: removed ${swept} unfinished files`);
  }

  /** Declares a bucket or changes its settings; its objects stay. */
  ensureBucket(declaration: BucketDeclaration): void {
    this.#buckets.set(declaration.name, declaration);
    const days = declaration.abortIncompleteAfterDays;
    if (days === undefined) return;
    const oldest = this.#dependencies.clock.now() - days * DAY_MS;
    for (const upload of this.#storage.uploads.inBucket(declaration.name))
      if (upload.startedAt < oldest) dropUpload(this.#storage, upload.id);
  }

  /**
   * Reads an object as a trusted service (CloudFront, once its origin access was decided): conditional and range
   * headers are honoured, and errors come as answers.
   */
  read(
    bucket: string,
    key: string,
    headers: Readonly<Record<string, string | undefined>> = {},
    method: 'GET' | 'HEAD' = 'GET',
  ): Answer {
    try {
      return answerRead(this.#storage, { bucket, key, headers, method, query: new Map() });
    } catch (error) {
      return this.#errorAnswer(error, { key });
    }
  }

  describe(): BucketSummary[] {
    return [...this.#buckets.values()].map(({ name, versioned = false }) => ({
      name,
      versioned,
      ...this.#storage.objects.totals(name),
      incompleteUploads: this.#storage.uploads.inBucket(name).length,
    }));
  }

  /** Answers one HTTP request; never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomBytes(8).toString('hex').toUpperCase();
    response.setHeader('x-amz-request-id', requestId);
    try {
      const target = readTarget(request.url ?? '/', request.headers);
      const answer = await this.#answer(request, response, target, requestId).catch((error: unknown) =>
        this.#errorAnswer(error, { key: target.key, requestId }),
      );
      await send(request, response, answer);
    } catch (error) {
      await send(request, response, this.#errorAnswer(error, { requestId })).catch(() => response.destroy());
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    target: Target,
    requestId: string,
  ): Promise<Answer> {
    const bucket = this.#buckets.get(target.bucket);
    const method = request.method ?? '';
    if (method === 'OPTIONS') return preflight(bucket, request);
    for (const [name, value] of Object.entries(
      corsHeaders(bucket?.cors ?? [], method, request.headers) ?? {},
    ))
      response.setHeader(name, value);
    const { region, clock, secretFor, allow } = this.#dependencies;
    const verified = verify(request, secretFor, { service: 's3', region, now: clock.now() });
    if (!verified.ok) throw new S3Error(verified, verified.message);
    if (!bucket) throw new S3Error('NoSuchBucket');
    const { accessKeyId, payloadHash, chunks } = verified;
    const mayUse = (action: string, arn: string) => allow(accessKeyId, action, arn);
    const sourceAddress = request.socket.remoteAddress ?? '';
    const call = {
      ...target,
      method,
      bucket,
      body: request,
      payloadHash,
      chunks,
      requestId,
      sourceAddress,
      mayUse,
    };
    const route = findRoute(call);
    const arn = bucketArn(bucket.name, target.key);
    if (route.action !== '' && !mayUse(route.action, arn))
      throw new S3Error(
        'AccessDenied',
        `${accessKeyId} is not authorized to perform: ${route.action} on resource: "${arn}"`,
      );
    return route.run(this.#storage, call);
  }

  #errorAnswer(error: unknown, about: { key?: string; requestId?: string }): Answer {
    const known = asS3Error(error);
    if (!known) this.#dependencies.log(`S3: ${error instanceof Error ? error.stack : String(error)}`);
    const { status, code, message, headers } = known ?? new S3Error('InternalError');
    const body = xmlDocument(
      'Error',
      leaf('Code', code),
      leaf('Message', message),
      leaf('Key', about.key || undefined),
      leaf('RequestId', about.requestId),
    ).replace(/ xmlns="[^"]*"/, '');
    return { status, headers, body };
  }
}

function preflight(bucket: BucketDeclaration | undefined, request: IncomingMessage): Answer {
  const method = request.headers['access-control-request-method'] ?? '';
  const headers = corsHeaders(bucket?.cors ?? [], method, request.headers);
  if (!headers) throw new S3Error('AccessForbidden');
  return { status: 200, headers };
}

/** Streams an answer. What the client still sends is read and dropped, so that it gets to see a refusal. */
async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, headers = {}, body = '' } = answer;
  request.resume();
  if (body instanceof Readable) {
    response.writeHead(status, headers);
    // A client that goes away in the middle is no error.
    await pipeline(body, response).catch(() => response.destroy());
    return;
  }
  const hasLength = status === 204 || status === 304 || 'content-length' in headers;
  response.writeHead(status, {
    ...headers,
    ...(!hasLength && { 'content-length': String(Buffer.byteLength(body)) }),
    ...(body !== '' && { 'content-type': 'application/xml' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
