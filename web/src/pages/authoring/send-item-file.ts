import { api } from '../../api/api.ts';
import type { BodyOf, Refused, RequestFor } from '../../api/types.ts';
import type { ItemFormat } from './item-format.ts';

export type Source = { readonly format: ItemFormat; readonly source: File | string };

const LOST: Refused = {
  ok: false,
  problem: { type: '/problems/offline', code: 'offline', title: '', status: 0 },
};

/** Sends a file straight to the bucket and gives its id. */
export async function sendFile(
  courseId: string,
  file: File,
): Promise<{ ok: true; fileId: string } | Refused> {
  const asked = await api.requestItemUpload({ params: { courseId }, body: { bytes: file.size } });
  if (!asked.ok) return asked;
  try {
    const sent = await fetch(asked.body.url, { method: 'PUT', body: file });
    return sent.ok ? { ok: true, fileId: asked.body.fileId } : LOST;
  } catch {
    return LOST;
  }
}

/** What an import that is whole says of itself; one that is not yet says how many questions are left. */
type Answer = BodyOf<'importQuestions'>;
export type Report = Exclude<Answer, { left: number }>;
type Body = RequestFor<'importQuestions'>['body'];

/** Sends the same request again until all is written: each goes on where the one before it stopped. */
async function untilWritten(
  courseId: string,
  body: Body,
  key: string,
  onLeft: (left: number, of: number) => void,
): Promise<{ readonly ok: true; readonly body: Report } | Refused> {
  const answer = await api.importQuestions({ params: { courseId }, body, key });
  if (!answer.ok) return answer;
  if (!('left' in answer.body)) return { ok: true, body: answer.body };
  onLeft(answer.body.left, answer.body.imported);
  return untilWritten(courseId, body, key, onLeft);
}

/** Imports a text, or a file by way of the bucket, under one key, so that a repeat after a lost answer adds nothing. */
export async function importItems(
  courseId: string,
  { format, source }: Source,
  key: string,
  onLeft: (left: number, of: number) => void,
): Promise<{ readonly ok: true; readonly body: Report } | Refused> {
  if (typeof source === 'string') return untilWritten(courseId, { format, text: source }, key, onLeft);
  const sent = await sendFile(courseId, source);
  return sent.ok ? untilWritten(courseId, { format, fileId: sent.fileId }, key, onLeft) : sent;
}
