import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import type { Cloud } from '../../local/cloud.ts';
import { packageFolderOf } from '../../services/media/domain/delivery-path.ts';
import type { Recording } from '../../services/media/domain/recording.ts';
import { paperPublished, pipelineCause } from '../../services/media/events-out.ts';
import { toItem } from '../../services/media/recording-item.ts';
import { connect } from '../../shared/store/document-client.ts';

const TYPES: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript' };
const PLAN = 'a'.repeat(16);

type About = {
  readonly title: string;
  readonly uploadedBy: string;
  readonly courseId?: string;
  readonly lessonNo?: number;
  /** Begins with the name of a file, and may go on with parameters. */
  readonly launch: string;
};

function ready({ launch, ...about }: About, files: Readonly<Record<string, string>>): Recording {
  const at = new Date().toISOString();
  const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return {
    ...{ assetId: ulid(), fileName: 'bai.zip', bytes, kind: 'package', correlationId: ulid() },
    ...{ uploadId: 'none', version: 1, resends: 0, createdAt: at, changedAt: at, movedAt: at },
    ...about,
    extras: { package: { launch, files: Object.keys(files).length, bytes } },
    state: { status: 'ready', planHash: PLAN, durationSeconds: 0 },
  };
}

/** Lays a package into the platform as it is after an upload, and tells of it. Returns its asset. */
export async function storePackage(
  { operator, resource }: Cloud,
  about: About,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const { TABLE_NAME, MEDIA_BUCKET } = (
    resource('HocVuSo-local-Media/MakePages/Function').properties.Environment as {
      Variables: Record<string, string>;
    }
  ).Variables;
  const recording = ready(about, files);
  const s3 = new S3Client({ ...operator, forcePathStyle: true });
  for (const [name, Body] of Object.entries(files))
    await s3.send(
      new PutObjectCommand({
        Bucket: MEDIA_BUCKET,
        Key: `${packageFolderOf(recording.assetId, PLAN)}/${name}`,
        Body,
        ContentType: TYPES[name.split('.').at(-1) ?? ''],
      }),
    );
  s3.destroy();
  const db = connect(operator);
  const told = paperPublished(recording, pipelineCause(recording, recording.createdAt, ulid()));
  await db.send(new PutCommand({ TableName: TABLE_NAME, Item: toItem(recording, told) }));
  db.destroy();
  return recording.assetId;
}
