import { expect } from 'vitest';
import { exchangeRoutes } from '../../services/quizzes/contract.ts';
import type { Client } from './client.ts';

/** Sends a picture, sound or film into a bank, as an editor of questions does. */
export async function addItemFile(author: Client, courseId: string, file: Uint8Array<ArrayBuffer>) {
  const params = { courseId };
  const { fileId, url } = await author.ok(exchangeRoutes.requestItemUpload, {
    params,
    body: { bytes: file.length },
  });
  expect((await fetch(url, { method: 'PUT', body: file })).status).toBe(200);
  return author.ok(exchangeRoutes.addItemFile, { params, body: { fileId } });
}
