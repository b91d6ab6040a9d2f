import { demoLecture } from './content.ts';
import { expectStatus, type Send } from './session.ts';

const TITLE = 'Nhận ra tin nhắn lừa đảo';
/** Of the course on safety: the lesson on messages and calls of swindlers. */
const LESSON_NO = 2;

/** One short recording, sent as the content staff's page sends it. */
export async function loadLecture(contentStaff: Send, courseId: string): Promise<void> {
  const { assets } = await expectStatus(contentStaff, [200], 'GET', '/v1/media');
  if (
    (assets as { title: string; status: string }[]).some(
      (one) => one.title === TITLE && one.status !== 'awaiting-upload',
    )
  ) {
    return;
  }
  const file = demoLecture();
  const announced = await expectStatus(contentStaff, [201], 'POST', '/v1/media', {
    title: TITLE,
    fileName: 'bai-giang.mp4',
    bytes: file.length,
    courseId,
    lessonNo: LESSON_NO,
    licence: 'CC BY 4.0',
    source: 'Trung tâm Giáo dục thường xuyên',
    competenceCodes: ['4.2'],
    peopleShown: 'nobody',
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

type Part = {
  readonly partNumber: number;
  readonly url: string;
  readonly fromByte: number;
  /** One past the last byte. */
  readonly toByte: number;
};
