import { lettersOf, type TrackKinds, tracksOfMp4, tracksOfWebm } from './track-kinds.ts';

/** What a file is by its first bytes, whatever it is called. A drawing that can hold a script (SVG) is none of these. */
const SIGNATURES: readonly (readonly [string, RegExp])[] = [
  ['image/png', /^\u0089PNG\r\n/],
  ['image/jpeg', /^\u00ff\u00d8\u00ff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  // Photos of phones that are set to save room (ISO 23008-12); they begin like films.
  ['image/heic', /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/],
  ['audio/mpeg', /^(?:ID3|\u00ff[\u00fb\u00f3\u00f2])/],
  // ADTS (ISO 13818-7) and AMR, narrow and wide (RFC 4867): what the recorders of older phones write.
  ['audio/aac', /^\u00ff[\u00f0\u00f1\u00f8\u00f9]/],
  ['audio/amr', /^#!AMR/],
  ['audio/ogg', /^OggS/],
  ['audio/wav', /^RIFF[\s\S]{4}WAVE/],
  ['audio/mp4', /^[\s\S]{4}ftypM4A/],
  ['video/mp4', /^[\s\S]{4}ftyp/],
  ['video/webm', /^\p{Cc}E\u00df\u00a3/u],
  ['application/pdf', /^%PDF-/],
  ['application/zip', /^PK\p{Cc}{2}/u],
];

const HEAD = 16;

/** Containers that hold sound as well as films: only their tracks tell which. */
const TRACKS: Readonly<Record<string, (bytes: Uint8Array) => TrackKinds>> = {
  'video/mp4': tracksOfMp4,
  'video/webm': tracksOfWebm,
};

/**
 * The type of a picture, sound, film, PDF or zip by its bytes; undefined for everything else. Wants the whole file: a
 * phone may write what an MP4 holds at its end. One that does not say what it holds passes for a film.
 */
export function fileTypeOf(bytes: Uint8Array): string | undefined {
  const head = lettersOf(bytes.subarray(0, HEAD));
  const type = SIGNATURES.find(([, signature]) => signature.test(head))?.[0];
  if (!type) return undefined;
  const tracks = TRACKS[type]?.(bytes);
  return tracks?.hasSound && !tracks.hasFilm ? type.replace('video/', 'audio/') : type;
}
