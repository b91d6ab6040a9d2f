import type { Readable } from 'node:stream';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { ChunkSigning } from '../core/sigv4.ts';
import type { BlobStore } from './blob-store.ts';
import type { BucketDeclaration } from './bucket.ts';
import type { EmitObjectEvent } from './object-events.ts';
import type { ObjectStore } from './object-store.ts';
import type { UploadStore } from './upload-store.ts';

/** Where S3 keeps what it has. */
export type Storage = {
  readonly db: Database;
  readonly clock: Clock;
  readonly objects: ObjectStore;
  readonly uploads: UploadStore;
  readonly blobs: BlobStore;
  readonly emit: EmitObjectEvent;
  readonly account: string;
  readonly region: string;
};

/** One authenticated request. `headers` have lower-case names and hold what a presigned URL carries as query. */
export type Call = {
  readonly method: string;
  readonly bucket: BucketDeclaration;
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Readable;
  readonly payloadHash: string;
  readonly chunks: ChunkSigning;
  readonly requestId: string;
  readonly sourceAddress: string;
  readonly mayUse: (action: string, arn: string) => boolean;
};

/** What is sent back: XML or bytes. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
};

export type Run = (storage: Storage, call: Call) => Answer | Promise<Answer>;
