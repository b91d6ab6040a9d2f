import { createHash } from 'node:crypto';
import type { Media } from '../question.ts';

/** A picture, sound or film that came in a file of questions, by its content. */
export type EmbeddedFile = Pick<Media, 'fileId' | 'mediaType'> & { readonly bytes: Uint8Array };

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

/** The file with its name and type; undefined when it is no picture, sound or film, or larger than one may be. */
export function embeddedFile(bytes: Uint8Array): EmbeddedFile | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const mediaType = SIGNATURES.find(([, signature]) => signature.test(head))?.[0];
  if (!mediaType || bytes.length > MAX_EMBEDDED) return undefined;
  return { fileId: createHash('sha256').update(bytes).digest('hex'), mediaType, bytes };
}

/** An ending for names of files that are written. */
export const endingOf = (mediaType: string): string =>
  (mediaType.split('/')[1] ?? 'bin').replace('mpeg', 'mp3');
