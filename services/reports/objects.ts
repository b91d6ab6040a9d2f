import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** Seconds that a signed address can be opened. */
export const OPENABLE_FOR = 300;

/** The documents of reports in the bucket. Writing the same document again changes nothing. */
export class ReportDocuments {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client = new S3Client(), bucket = process.env.REPORT_BUCKET ?? '') {
    this.#client = client;
    this.#bucket = bucket;
  }

  async write(key: string, html: string): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: html,
        ContentType: 'text/html; charset=utf-8',
      }),
    );
  }

  /** A signed address under which anybody who holds it can open the document for five minutes. */
  open(key: string): Promise<string> {
    return getSignedUrl(this.#client, new GetObjectCommand({ Bucket: this.#bucket, Key: key }), {
      expiresIn: OPENABLE_FOR,
    });
  }
}
