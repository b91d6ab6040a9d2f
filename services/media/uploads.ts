import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  NoSuchUpload,
  PutObjectCommand,
  paginateListParts,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { SourceName } from './domain/recording.ts';
import type { PartRange, StoredPart } from './domain/upload-parts.ts';
import type { RangeReader } from './engine/range-reader.ts';

/** Seconds that a part may be sent to its address. */
const SENDABLE_FOR = 3600;

const keyOf = (assetId: string, name: SourceName) => `uploads/${assetId}/${name}`;

/** Without asking, the SDK would sign the checksum of an empty body into every part's address. */
const connect = () => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

/** A source file in the bucket: which recording's, and the version that arrived. */
export type SourceRef = {
  readonly assetId: string;
  readonly objectVersion: string;
  readonly name?: SourceName;
};

/** The asset whose source lies under a key; undefined when the key is not of our making. */
export const assetOfKey = (key: string): string | undefined => /^uploads\/(\w+)\/source$/.exec(key)?.[1];

/** The bucket that uploaders send to. Whatever an uploader calls a file never becomes part of a key. */
export class Uploads {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client = connect(), bucket = process.env.UPLOAD_BUCKET ?? '') {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** Begins an upload and returns its id. One that nobody finishes is removed by the bucket after seven days. */
  async begin(assetId: string): Promise<string> {
    const { UploadId } = await this.#client.send(new CreateMultipartUploadCommand(this.#at(assetId)));
    if (!UploadId) throw new Error('the bucket began an upload without an id');
    return UploadId;
  }

  /** The parts with an address each, to which anybody who holds it can send that part for an hour. */
  sign(assetId: string, UploadId: string, parts: readonly PartRange[]) {
    return Promise.all(
      parts.map(async (part) => {
        const command = new UploadPartCommand({
          ...this.#at(assetId),
          UploadId,
          PartNumber: part.partNumber,
        });
        const url = await getSignedUrl(this.#client, command, { expiresIn: SENDABLE_FOR });
        return { ...part, url };
      }),
    );
  }

  /** The parts that have arrived. Undefined once they are joined, and after the upload was given up. */
  async stored(assetId: string, UploadId: string): Promise<StoredPart[] | undefined> {
    const parts: StoredPart[] = [];
    try {
      for await (const page of paginateListParts(
        { client: this.#client },
        { ...this.#at(assetId), UploadId },
      )) {
        for (const { PartNumber = 0, ETag = '', Size = 0 } of page.Parts ?? [])
          parts.push({ partNumber: PartNumber, etag: ETag, bytes: Size });
      }
      return parts;
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  /** Joins the parts and returns the version of the file; undefined when another request has joined them. */
  async join(assetId: string, UploadId: string, parts: readonly StoredPart[]): Promise<string | undefined> {
    try {
      const { VersionId } = await this.#client.send(
        new CompleteMultipartUploadCommand({
          ...this.#at(assetId),
          UploadId,
          MultipartUpload: {
            Parts: parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag })),
          },
        }),
      );
      if (!VersionId) throw new Error('the upload bucket keeps no versions');
      return VersionId;
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  /** Reads a source by ranges. */
  reader({ assetId, objectVersion, name }: SourceRef, size: number): RangeReader {
    return {
      size,
      identity: `${keyOf(assetId, name ?? 'source')} ${objectVersion}`,
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

  /** Gives an unfinished upload up, with the parts that have arrived. A repeat finds nothing to do. */
  async abort(assetId: string, UploadId: string): Promise<void> {
    try {
      await this.#client.send(new AbortMultipartUploadCommand({ ...this.#at(assetId), UploadId }));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
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

  #at(assetId: string, name: SourceName = 'source') {
    return { Bucket: this.#bucket, Key: keyOf(assetId, name) };
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof NoSuchUpload || (error instanceof Error && error.name === 'NoSuchUpload');
