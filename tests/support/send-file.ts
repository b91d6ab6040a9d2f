import { type MediaAsset, mediaRoutes } from '../../services/media/contract.ts';
import type { Client } from './client.ts';

type About = {
  readonly title: string;
  readonly fileName?: string;
  readonly courseId?: string;
  readonly lessonNo?: number;
  readonly altText?: string;
};

/** Sends a file as the page does, and waits until the service has settled what it is and made everything of it. */
export async function sendFile(client: Client, file: Buffer, about: About): Promise<MediaAsset> {
  const body = { fileName: 'tep', ...about, bytes: file.length };
  const { asset, parts } = await client.ok(mediaRoutes.requestUpload, { body });
  const sent = await Promise.all(
    parts.map(async ({ partNumber, url, fromByte, toByte }) => {
      const part = await fetch(url, { method: 'PUT', body: new Uint8Array(file.subarray(fromByte, toByte)) });
      if (!part.ok) throw new Error(`part ${partNumber} was answered with ${part.status}`);
      return { partNumber, etag: part.headers.get('etag') ?? '' };
    }),
  );
  const params = { assetId: asset.assetId };
  await client.ok(mediaRoutes.completeUpload, { params, body: { parts: sent } });
  for (;;) {
    const now = await client.ok(mediaRoutes.getMedia, { params });
    if (['ready', 'rejected', 'failed'].includes(now.status)) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
