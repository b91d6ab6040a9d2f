import type { BankStore } from '../bank-store.ts';
import { type EmbeddedFile, embeddedFile } from '../domain/formats/embedded-file.ts';
import type { BankFile } from '../domain/item-media.ts';
import type { ItemFiles } from '../item-files.ts';

type Files = { readonly bank: BankStore; readonly files: ItemFiles };

/** Keeps a file for a bank: first the bytes, so that a bank never knows of one that is not there. */
export async function keepFile({ bank, files }: Files, courseId: string, file: EmbeddedFile): Promise<void> {
  await files.saveMedia(file);
  await bank.saveFile(courseId, file);
}

/** Takes a file that was sent for a bank into it, if it is a picture, sound or film by its first bytes. */
export async function addItemFile(
  tools: Files,
  courseId: string,
  sentId: string,
): Promise<BankFile | 'file-not-found' | 'file-not-shown'> {
  const bytes = await tools.files.findUpload(courseId, sentId);
  if (bytes === 'file-not-found') return bytes;
  const file = bytes === 'file-too-large' ? undefined : embeddedFile(bytes);
  if (!file) return 'file-not-shown';
  await keepFile(tools, courseId, file);
  const { bytes: _bytes, ...known } = file;
  return known;
}
