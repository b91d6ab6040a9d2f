import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { captionRoutes, type MediaAsset } from '../../services/media/contract.ts';
import { makeClip } from '../../services/media/engine/fixtures.ts';
import { loadNodeAv } from '../../services/media/engine/node-av.ts';
import type { Client } from './client.ts';
import { untilInLibrary } from './issue-material.ts';
import { sendFile } from './send-file.ts';

/** Seconds: three segments of each rendition, and the last one shorter. */
export const LECTURE_SECONDS = 10;

/** What is said in it, a caption every two seconds. */
export const SAID = [
  'Xin chào các bác',
  'Hôm nay học về mật khẩu',
  'Mật khẩu phải dài',
  'Không dùng ngày sinh',
  'Hẹn gặp lại',
];

const two = (n: number) => String(n).padStart(2, '0');
export const CAPTIONS = `WEBVTT\n\n${SAID.map((text, n) => `00:${two(2 * n)}.000 --> 00:${two(2 * n + 2)}.000\n${text}`).join('\n\n')}\n`;

/** A moving picture with a tone, large enough for all sizes, and of few pictures a second: what is encoded is waited for. */
async function drawLecture(): Promise<Buffer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-lecture-'));
  const file = path.join(folder, 'lecture.mp4');
  makeClip(await loadNodeAv(), {
    path: file,
    picture: `testsrc2=s=1920x1080:r=5:d=${LECTURE_SECONDS}`,
    sound: `sine=f=330:d=${LECTURE_SECONDS}`,
    ...{ width: 1920, height: 1080 },
  });
  const bytes = fs.readFileSync(file);
  fs.rmSync(folder, { recursive: true, force: true });
  return bytes;
}

/** Sends a recording as staff do and waits until it can be watched. */
export async function sendLecture(
  staff: Client,
  place: { courseId?: string; lessonNo?: number } = {},
): Promise<MediaAsset> {
  const sent = await sendFile(staff, await drawLecture(), {
    ...{ title: 'Bài giảng thử', fileName: 'thu.mp4' },
    ...place,
  });
  if (sent.status !== 'ready') throw new Error(`the lecture is ${sent.status}: ${sent.reason}`);
  await untilInLibrary(staff, sent.assetId);
  return sent;
}

/** Saves and publishes captions. */
export async function publishCaptions(
  staff: Client,
  assetId: string,
  language: 'vi' | 'en',
  text = CAPTIONS,
): Promise<void> {
  const params = { assetId, language };
  const { version } = await staff.ok(captionRoutes.saveCaptions, { params, body: { version: 0, text } });
  await staff.ok(captionRoutes.publishCaptions, { params, body: { version } });
}
