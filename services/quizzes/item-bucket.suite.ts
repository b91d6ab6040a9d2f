import { serveS3 } from '../../local/s3/test-server.ts';
import { ItemFiles } from './item-files.ts';

export const ITEM_BUCKET = 'items';

/** The bucket of item banks, alone on a port. Handlers that are imported afterwards find it. */
export async function startItemBucket() {
  const server = await serveS3();
  server.s3.ensureBucket({ name: ITEM_BUCKET });
  const { accessKeyId, secretAccessKey } = await server.client.config.credentials();
  Object.assign(process.env, {
    ITEM_BUCKET,
    AWS_ENDPOINT_URL_S3: server.address,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  });
  return { server, files: new ItemFiles(server.client, ITEM_BUCKET) };
}
