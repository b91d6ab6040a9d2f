import {
  DeleteObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ObjectIdentifier,
  S3Client,
} from '@aws-sdk/client-s3';
import { folderOf, packageFolderOf } from './domain/delivery-path.ts';

const foldersOf = (assetId: string) => [folderOf(assetId, ''), packageFolderOf(assetId, '')];

/** All that lies of one asset in the bucket it was sent to and in the one that viewers read, to be deleted for good. */
export class AssetFiles {
  readonly #client: S3Client;
  readonly #uploads: string;
  readonly #delivered: string;

  constructor(
    client = new S3Client(),
    uploads = process.env.UPLOAD_BUCKET ?? '',
    delivered = process.env.MEDIA_BUCKET ?? '',
  ) {
    this.#client = client;
    this.#uploads = uploads;
    this.#delivered = delivered;
  }

  /** Deletes what was sent, in every version. Nothing happens where nothing is. */
  async removeUploaded(assetId: string): Promise<void> {
    const Bucket = this.#uploads;
    const Prefix = `uploads/${assetId}/`;
    await this.#removeAll(Bucket, async () => {
      const { Versions = [], DeleteMarkers = [] } = await this.#client.send(
        new ListObjectVersionsCommand({ Bucket, Prefix }),
      );
      return [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    });
  }

  /** Deletes what was made of it; a lecture is thousands of segments, a package thousands of files. */
  async removeDelivered(assetId: string): Promise<void> {
    const Bucket = this.#delivered;
    for (const Prefix of foldersOf(assetId))
      await this.#removeAll(Bucket, async () => {
        const { Contents = [] } = await this.#client.send(new ListObjectsV2Command({ Bucket, Prefix }));
        return Contents.map(({ Key }) => ({ Key }));
      });
  }

  /** `list` gives the first thousand, which are gone when it is asked again. */
  async #removeAll(Bucket: string, list: () => Promise<ObjectIdentifier[]>): Promise<void> {
    for (let Objects = await list(); Objects.length > 0; Objects = await list()) {
      const { Errors = [] } = await this.#client.send(
        new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
      );
      const [failed] = Errors;
      if (failed) throw new Error(`${Bucket}/${failed.Key} stays: ${failed.Code}`);
    }
  }
}
