import { fileTypeOf } from '#shared/files/file-type.ts';
import type { Ref } from './entries.ts';
import { shelve } from './file-shelf.ts';
import type { ResponseOf, SeenOf } from './full-answer.ts';
import { smallerPhoto } from './smaller-photo.ts';

type Handed = ResponseOf<'file-answer'>['files'][number];
/** Why a chosen file cannot be taken. `unreadable`: the device only names it, as one of a cloud or of a card taken out. */
export type FileFault = 'type' | 'size' | 'room' | 'unreadable';

/** A photo larger than this is made smaller: text on paper can still be read, and a slow line carries it in seconds. */
const LARGE_BYTES = 1_000_000;

/** Types by other names that systems use for them, and by the ending where a system has none. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'audio/mp3': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
};
const BY_ENDING: Readonly<Record<string, string>> = {
  heic: 'image/heic',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  m4a: 'audio/mp4',
};

const typeOf = ({ type, name }: { readonly type: string; readonly name: string }): string =>
  OTHER_NAMES[type] ?? (type || (BY_ENDING[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? ''));

const isWanted = (type: string, { mediaTypes }: SeenOf<'file-answer'>): boolean =>
  mediaTypes.some((each) => each === type || (each.endsWith('/*') && type.startsWith(each.slice(0, -1))));

/** Systems name recordings by the ending, if at all, and sound and films share endings: only the bytes tell which it is. */
const RECORDING = /^$|^(audio|video)\//;

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A nearly full phone clears the storage of sites that have not asked for it to stay. */
const askToStay = (): void => void navigator.storage?.persist?.().catch(() => undefined);

/**
 * Takes a chosen file for an answer: looks whether the question wants it, and keeps it on the device before the answer
 * names it. Without `ref`, in a preview, nothing is kept.
 */
export const takeChosen = async (
  file: File,
  item: SeenOf<'file-answer'>,
  ref: Ref | undefined,
): Promise<Handed | FileFault> => {
  const type = typeOf(file);
  if (!isWanted(type, item) && !RECORDING.test(type)) return 'type';
  const isLargePhoto = file.size > LARGE_BYTES && /^image\/(jpeg|png|webp|heic)$/.test(type);
  const kept: Blob = isLargePhoto && isWanted('image/jpeg', item) ? await smallerPhoto(file) : file;
  if (kept.size > item.maxBytes || kept.size === 0) return 'size';
  const bytes = await kept.arrayBuffer().catch(() => undefined);
  if (!bytes) return 'unreadable';
  const inside = RECORDING.test(type) ? fileTypeOf(new Uint8Array(bytes)) : undefined;
  const mediaType = inside ?? (kept === file ? type : kept.type);
  if (!isWanted(mediaType, item)) return 'type';
  const fileId = hex(await crypto.subtle.digest('SHA-256', bytes));
  // The bytes themselves: some browsers keep of a chosen file only where it lay, and that may change.
  if (ref && !(await shelve(ref, fileId, new Blob([bytes], { type: mediaType })))) return 'room';
  if (ref) askToStay();
  return { fileId, name: file.name.slice(0, 200), mediaType, bytes: kept.size };
};
