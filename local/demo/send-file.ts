import { expectStatus, type Send } from './session.ts';

type Part = {
  readonly partNumber: number;
  readonly url: string;
  readonly fromByte: number;
  /** One past the last byte. */
  readonly toByte: number;
};

type About = {
  readonly title: string;
  readonly fileName: string;
  readonly competenceCodes: readonly string[];
  readonly courseId?: string;
  readonly lessonNo?: number;
};

type Sent = { readonly assetId: string; readonly title: string; readonly status: string };

/** A file of that title that was sent whole, by this load or an earlier one. */
export async function findSent(contentStaff: Send, wanted: string): Promise<Sent | undefined> {
  const { assets } = await expectStatus(contentStaff, [200], 'GET', '/v1/media');
  return (assets as Sent[]).find(({ title, status }) => title === wanted && status !== 'awaiting-upload');
}

/** Sends a file as the page of the content staff does; one of the same title that was sent already is left alone. */
export async function sendFile(contentStaff: Send, about: About, file: Uint8Array): Promise<void> {
  if (await findSent(contentStaff, about.title)) return;
  const announced = await expectStatus(contentStaff, [201], 'POST', '/v1/media', {
    ...{ licence: 'CC BY 4.0', source: 'Trung tâm Giáo dục thường xuyên', peopleShown: 'nobody' },
    ...about,
    bytes: file.length,
  });
  const parts: { partNumber: number; etag: string }[] = [];
  for (const { partNumber, url, fromByte, toByte } of announced.parts as Part[]) {
    const sent = await fetch(url, { method: 'PUT', body: new Uint8Array(file.subarray(fromByte, toByte)) });
    if (!sent.ok)
      throw new Error(`demo: part ${partNumber} was refused with ${sent.status}: ${await sent.text()}`);
    parts.push({ partNumber, etag: sent.headers.get('etag') ?? '' });
  }
  const { assetId } = announced.asset as { assetId: string };
  await expectStatus(contentStaff, [202], 'POST', `/v1/media/${assetId}/completion`, { parts });
}
