import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import { fileTypeOf } from '#shared/files/file-type.ts';
import type { BankFile } from '../item-media.ts';

/** A picture, sound or film, by its content. */
export type EmbeddedFile = BankFile & { readonly bytes: Uint8Array };

/** Of one picture, sound or film. Bytes: what a cheap phone loads on a slow line in a minute. */
const MAX_EMBEDDED = 5 * 1024 * 1024;

/** What a browser shows and plays without help. */
const SHOWN = new Set([
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp'],
  ...['audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/mp4', 'audio/webm'],
  ...['video/mp4', 'video/webm'],
]);

/** Phones turn a photo by a mark in it (EXIF orientation 5 to 8); then its sides are the other way round. */
const LYING = 5;

/** The size at which a browser shows a picture, none of one that is broken; the length of a film; nothing of a sound. */
const sizeOf = (bytes: Uint8Array, mediaType: string): Omit<BankFile, 'fileId' | 'mediaType'> => {
  if (mediaType.startsWith('video/')) return { byteLength: bytes.length };
  if (!mediaType.startsWith('image/')) return {};
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    return orientation >= LYING ? { width: height, height: width } : { width, height };
  } catch {
    return {};
  }
};

/** The file with its name and type; undefined when it is no picture, sound or film, or larger than one may be. */
export function embeddedFile(bytes: Uint8Array): EmbeddedFile | undefined {
  const mediaType = fileTypeOf(bytes);
  if (!mediaType || !SHOWN.has(mediaType) || bytes.length > MAX_EMBEDDED) return undefined;
  const fileId = createHash('sha256').update(bytes).digest('hex');
  return { fileId, mediaType, ...sizeOf(bytes, mediaType), bytes };
}

/** An ending for names of files that are written. */
export const endingOf = (mediaType: string): string =>
  (mediaType.split('/')[1] ?? 'bin').replace('mpeg', 'mp3');
