import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { GetObjectCommand, PutObjectCommand, type PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';

/** What browsers and hls.js accept; Safari refuses playlists of any other type. */
const TYPES: Readonly<Record<string, string>> = {
  m3u8: 'application/vnd.apple.mpegurl',
  mp4: 'video/mp4',
  m4s: 'video/iso.segment',
  jpg: 'image/jpeg',
  vtt: 'text/vtt; charset=utf-8',
  webp: 'image/webp',
  avif: 'image/avif',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
};

/** Of strangers' own files: saved, never opened on this site. */
const AS_ATTACHMENT: ReadonlySet<string> = new Set(['pdf']);

/** The plan's hash is part of every name, so what a name holds never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ATTEMPTS = 3;

/** The bucket that the distribution reads. Objects are put if absent: a repeat never replaces what is being watched. */
export class Deliveries {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client = new S3Client(), bucket = process.env.MEDIA_BUCKET ?? '') {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** A text that was stored. Throws when there is none. */
  async text(Key: string): Promise<string> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key }));
    if (!Body) throw new Error(`${Key} came without a body`);
    return Body.transformToString('utf-8');
  }

  /** A whole object. Throws when there is none. */
  async read(Key: string): Promise<Uint8Array> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key }));
    if (!Body) throw new Error(`${Key} is empty`);
    return Body.transformToByteArray();
  }

  /** Stores the content unless the key is taken. The type follows from the key's ending unless it is said. */
  put(Key: string, Body: string | Uint8Array, type?: string): Promise<void> {
    return this.#put(Key, () => ({ Body }), type);
  }

  /** As `put`, of a file, which is never in memory as a whole. */
  async putFile(Key: string, path: string, type?: string): Promise<void> {
    const { size: ContentLength } = await stat(path);
    await this.#put(Key, () => ({ Body: createReadStream(path), ContentLength }), type);
  }

  /** `content` is asked for each attempt: a stream is read once. */
  async #put(Key: string, content: () => Partial<PutObjectCommandInput>, type?: string): Promise<void> {
    const ending = Key.slice(Key.lastIndexOf('.') + 1);
    const named = {
      Bucket: this.#bucket,
      Key,
      ContentType: type ?? TYPES[ending],
      ...(!type && AS_ATTACHMENT.has(ending) && { ContentDisposition: 'attachment' }),
      CacheControl: FOR_EVER,
      IfNoneMatch: '*',
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#client.send(new PutObjectCommand({ ...named, ...content() }));
        return;
      } catch (error) {
        const { name } = error as Error;
        if (name === 'PreconditionFailed') return;
        // Two workers wrote at the same instant: S3 asks for another try.
        if (name !== 'ConditionalRequestConflict' || attempt === ATTEMPTS) throw error;
      }
    }
  }
}
