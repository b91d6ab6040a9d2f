import { api } from '../../api/api.ts';
import type { Refused, Result } from '../../api/types.ts';
import type { ItemFormat } from './item-format.ts';

export type Source = { readonly format: ItemFormat; readonly source: File | string };

const LOST: Refused = {
  ok: false,
  problem: { type: '/problems/offline', code: 'offline', title: '', status: 0 },
};

/** Sends a file straight to the bucket and gives its id. */
async function sendFile(courseId: string, file: File): Promise<{ ok: true; fileId: string } | Refused> {
  const asked = await api.requestItemUpload({ params: { courseId }, body: { bytes: file.size } });
  if (!asked.ok) return asked;
  try {
    const sent = await fetch(asked.body.url, { method: 'PUT', body: file });
    return sent.ok ? { ok: true, fileId: asked.body.fileId } : LOST;
  } catch {
    return LOST;
  }
}

/** Imports a text, or a file by way of the bucket, under one key, so that a repeat after a lost answer adds nothing. */
export async function importItems(
  courseId: string,
  { format, source }: Source,
  key: string,
): Promise<Result<'importQuestions'>> {
  const params = { courseId };
  if (typeof source === 'string') return api.importQuestions({ params, body: { format, text: source }, key });
  const sent = await sendFile(courseId, source);
  return sent.ok ? api.importQuestions({ params, body: { format, fileId: sent.fileId }, key }) : sent;
}
