/**
 * The codecs that recordings may have, by the names of the memory-safe reader, and libav's decoders for each. Memory
 * faults cluster in the decoders nobody films with, so nothing else is ever opened. MPEG-4 is what AVI and old phones
 * hold, AC-3 and MP2 the sound of camcorders and of television, ALAC that of iPhones' voice memos.
 */
const PICTURES: Readonly<Record<string, readonly string[]>> = {
  avc: ['h264'],
  hevc: ['hevc'],
  vp8: ['vp8'],
  vp9: ['vp9'],
  av1: ['av1', 'libdav1d'],
  mpeg4: ['mpeg4'],
};
export const SOUNDS: Readonly<Record<string, readonly string[]>> = {
  aac: ['aac'],
  mp3: ['mp3', 'mp3float'],
  mp2: ['mp2', 'mp2float'],
  ac3: ['ac3'],
  opus: ['opus'],
  vorbis: ['vorbis'],
  flac: ['flac'],
  alac: ['alac'],
  'pcm-s16': ['pcm_s16le'],
  'pcm-s24': ['pcm_s24le'],
};
const CODECS = { video: PICTURES, audio: SOUNDS };

/** What a track is of. */
export type Role = keyof typeof CODECS;
export const ROLES = ['video', 'audio'] as const satisfies readonly Role[];

/** libav's decoders for tracks of a role. */
export const DECODERS = {
  video: Object.values(PICTURES).flat(),
  audio: Object.values(SOUNDS).flat(),
} satisfies Record<Role, string[]>;

/** Whether tracks of a role may have a codec, by the memory-safe reader's name of it or ours. */
export const isListed = (role: Role, codec: string): boolean => Object.hasOwn(CODECS[role], codec);

/** Codecs that the memory-safe reader has no name for, by what their containers call them. */
const UNNAMED: Readonly<Record<string, string>> = {
  mp4v: 'mpeg4',
  'V_MPEG4/ISO/SP': 'mpeg4',
  'V_MPEG4/ISO/ASP': 'mpeg4',
  'A_MPEG/L2': 'mp2',
  alac: 'alac',
  A_ALAC: 'alac',
};

/** Our name of a codec that a container calls so, if it is one of the listed. */
export const nameOf = (called: string): string | undefined =>
  Object.hasOwn(UNNAMED, called) ? UNNAMED[called] : undefined;

/**
 * The one listed codec that the container of the copy has no name for. Voice memos have it, which need no copy; hardly any
 * film does. `canBeCopied` says the same by libav's number, which only the child may load.
 */
export const UNCOPIED_SOUND = 'alac';

/** Start codes of MPEG-4 Visual (ISO/IEC 14496-2, table 6-3). */
const START = Buffer.from([0, 0, 1]);
const PICTURE_START = Buffer.from([0, 0, 1, 0xb6]);
/** A picture begins at most so many bytes into a packet: headers and notes of the encoder may stand before it. */
const HEAD_BYTES = 1024;

/**
 * Whether a packet holds a picture of MPEG-4 Visual. MP4 names its whole family, MPEG-1 to JPEG, by the same four
 * letters.
 */
export function isMpeg4Visual(packet: Uint8Array): boolean {
  const head = Buffer.from(packet.subarray(0, HEAD_BYTES));
  return head.indexOf(START) === 0 && head.includes(PICTURE_START);
}
