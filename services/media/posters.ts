import { CopyObjectCommand, DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** Posters are seen without a pass, so only those of what is issued lie where the edge finds them. */
export class Posters {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client = new S3Client(), bucket = process.env.MEDIA_BUCKET ?? '') {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** Copies with type and cache rule. Throws when there is nothing under the first key. */
  async copy(from: string, to: string): Promise<void> {
    const CopySource = `${this.#bucket}/${from}`;
    await this.#client.send(new CopyObjectCommand({ Bucket: this.#bucket, CopySource, Key: to }));
  }

  /** Nothing happens where nothing is. */
  async remove(Key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key }));
  }
}
