import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  NoSuchUpload,
  paginateListParts,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { PartRange, StoredPart } from './domain/upload-parts.ts';
import { connectToUploads, placeOf, uploadBucket } from './upload-place.ts';

/** Seconds that a part may be sent to its address. */
const SENDABLE_FOR = 3600;

/** The bucket that uploaders send to. */
export class Uploads {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client = connectToUploads(), bucket = uploadBucket()) {
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

  /** Gives an unfinished upload up, with the parts that have arrived. A repeat finds nothing to do. */
  async abort(assetId: string, UploadId: string): Promise<void> {
    try {
      await this.#client.send(new AbortMultipartUploadCommand({ ...this.#at(assetId), UploadId }));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  #at(assetId: string) {
    return { Bucket: this.#bucket, Key: placeOf(assetId) };
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof NoSuchUpload || (error instanceof Error && error.name === 'NoSuchUpload');
