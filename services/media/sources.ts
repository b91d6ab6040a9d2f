import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { SourceName } from './domain/recording.ts';
import type { PartRange } from './domain/upload-parts.ts';
import type { RangeReader } from './engine/range-reader.ts';
import { connectToUploads, placeOf, uploadBucket } from './upload-place.ts';

/** A source file in the bucket: which recording's, and the version that arrived. */
export type SourceRef = {
  readonly assetId: string;
  readonly objectVersion: string;
  readonly name?: SourceName;
};

/** What was sent, as workers read it. */
export class Sources {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client = connectToUploads(), bucket = uploadBucket()) {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** Reads a source by ranges. */
  reader({ assetId, objectVersion, name }: SourceRef, size: number): RangeReader {
    return {
      size,
      identity: `${placeOf(assetId, name)} ${objectVersion}`,
      read: async (start, end) => {
        if (start >= size) return new Uint8Array();
        const Range = `bytes=${start}-${Math.min(end, size) - 1}`;
        const { Body } = await this.#client.send(
          new GetObjectCommand({ ...this.#at(assetId, name), VersionId: objectVersion, Range }),
        );
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      },
    };
  }

  /** SHA-256 of a piece of a source, hexadecimal. Reads all of it. */
  async sha256(
    { assetId, objectVersion }: SourceRef,
    { fromByte, toByte }: Omit<PartRange, 'partNumber'>,
  ): Promise<string> {
    const Range = `bytes=${fromByte}-${toByte - 1}`;
    const { Body } = await this.#client.send(
      new GetObjectCommand({ ...this.#at(assetId), VersionId: objectVersion, Range }),
    );
    if (!(Body instanceof Readable)) throw new Error('the bucket answered without a body');
    const hash = createHash('sha256');
    for await (const bytes of Body) hash.update(bytes);
    return hash.digest('hex');
  }

  /** Stores what a source's streams were laid into, beside the source; returns the version. At most 5 GiB. */
  async putRemuxed(assetId: string, path: string, bytes: number): Promise<string> {
    const place = this.#at(assetId, 'remuxed');
    const { VersionId } = await this.#client.send(
      new PutObjectCommand({ ...place, Body: createReadStream(path), ContentLength: bytes }),
    );
    if (!VersionId) throw new Error('the upload bucket keeps no versions');
    return VersionId;
  }

  #at(assetId: string, name?: SourceName) {
    return { Bucket: this.#bucket, Key: placeOf(assetId, name) };
  }
}
