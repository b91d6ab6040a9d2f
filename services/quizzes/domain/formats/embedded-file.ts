import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import type { BankFile } from '../item-media.ts';

/** A picture, sound or film, by its content. */
export type EmbeddedFile = BankFile & { readonly bytes: Uint8Array };

/** Of one picture, sound or film. Bytes: what a cheap phone loads on a slow line in a minute. */
const MAX_EMBEDDED = 5 * 1024 * 1024;

/** What a file is by its first bytes, whatever it is called. A drawing that can hold a script (SVG) is none of these. */
const SIGNATURES: readonly (readonly [string, RegExp])[] = [
  ['image/png', /^\u0089PNG\r\n/],
  ['image/jpeg', /^\u00ff\u00d8\u00ff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  ['audio/mpeg', /^(?:ID3|\u00ff[\u00fb\u00f3\u00f2])/],
  ['audio/ogg', /^OggS/],
  ['audio/wav', /^RIFF[\s\S]{4}WAVE/],
  ['audio/mp4', /^[\s\S]{4}ftypM4A/],
  ['video/mp4', /^[\s\S]{4}ftyp/],
  ['video/webm', /^\p{Cc}E\u00df\u00a3/u],
];

/** Phones turn a photo by a mark in it (EXIF orientation 5 to 8); then its sides are the other way round. */
const LYING = 5;

/** The size at which a browser shows a picture; none for what is no picture, or one that is broken. */
const sizeOf = (bytes: Uint8Array, mediaType: string): Pick<BankFile, 'width' | 'height'> => {
  if (!mediaType.startsWith('image/')) return {};
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    return orientation >= LYING ? { width: height, height: width } : { width, height };
  } catch {
    return {};
  }
};

/** A picture, sound or film by its first bytes; undefined for everything else. */
export const mediaTypeOf = (bytes: Uint8Array): string | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.find(([, signature]) => signature.test(head))?.[0];
};

/** The file with its name and type; undefined when it is no picture, sound or film, or larger than one may be. */
export function embeddedFile(bytes: Uint8Array): EmbeddedFile | undefined {
  const mediaType = mediaTypeOf(bytes);
  if (!mediaType || bytes.length > MAX_EMBEDDED) return undefined;
  const fileId = createHash('sha256').update(bytes).digest('hex');
  return { fileId, mediaType, ...sizeOf(bytes, mediaType), bytes };
}

/** An ending for names of files that are written. */
export const endingOf = (mediaType: string): string =>
  (mediaType.split('/')[1] ?? 'bin').replace('mpeg', 'mp3');
