import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** The words of 500 pages made to fill a table; hours of speech are a fiftieth of it. More is no such text. Bytes. */
const LARGEST = 24 * 1024 * 1024;

/** Texts that the media service published for everybody's player, by their path on the site. */
export class PublishedTexts {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client = new S3Client(), bucket = process.env.MEDIA_BUCKET ?? '') {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** Throws when there is none, or when it is too long to be one. */
  async read(path: string): Promise<string> {
    const Key = path.replace(/^\//, '');
    const { Body, ContentLength = 0 } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key }),
    );
    if (!Body || ContentLength > LARGEST) throw new Error(`${Key} is no text of ${LARGEST} bytes at most`);
    return Body.transformToString('utf-8');
  }
}
