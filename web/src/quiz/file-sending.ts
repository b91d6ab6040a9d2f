import { apiAs } from '../api/api.ts';
import { createStore } from '../state/store.ts';
import { putFile } from '../upload/put-file.ts';
import type { Sent } from './carry-out.ts';
import { sheetOf } from './drafts.ts';
import { keyOf, type Ref, readEntry } from './entries.ts';
import { shelved } from './file-shelf.ts';
import type { ResponseOf } from './full-answer.ts';
import { inTime } from './in-time.ts';
import { keeping } from './keeping.ts';
import { leaveOut, noteRefused } from './refused-files.ts';

type File = ResponseOf<'file-answer'>['files'][number];
/** `there`: the centre has every file. `lost`: this device has not, nor has the centre. The rest as of answers. */
type Brought = 'there' | 'lost' | Extract<Sent, 'unfit' | 'closed' | 'gone' | 'later'>;

/** Bytes of each file that have gone out, while it is being sent. */
export const sendingFiles = createStore<Readonly<Record<string, number>>>({});

const REFUSED: Readonly<Record<string, Brought>> = {
  'not-found': 'gone',
  'attempt-closed': 'closed',
  'file-not-taken': 'unfit',
  'too-many-files': 'unfit',
  'invalid-request': 'unfit',
};

const noteSent = (fileId: string, bytes: number | undefined): void => {
  const { [fileId]: _, ...others } = sendingFiles.get();
  sendingFiles.set(bytes === undefined ? others : { ...others, [fileId]: bytes });
};

const upload = async (
  ref: Ref,
  { fileId }: File,
  { url, headers }: { url: string; headers: Readonly<Record<string, string>> },
): Promise<'sent' | 'lost' | 'later'> => {
  const file = await shelved(ref, fileId);
  if (!file) return 'lost';
  try {
    await putFile(url, file, (bytes) => noteSent(fileId, bytes), { headers });
    return 'sent';
  } catch {
    return 'later';
  } finally {
    noteSent(fileId, undefined);
  }
};

/** Announces a file, sends it, and announces it again: then it has been looked at, and an answer may name it. */
const bringOne = async (ref: Ref, itemId: string, file: File): Promise<Brought> => {
  const { fileId, mediaType, bytes } = file;
  const params = { attemptId: ref.attemptId, itemId };
  const announce = () =>
    inTime(apiAs(ref.personId).handOverFile({ params, body: { fileId, mediaType, bytes } }));
  const first = await announce();
  if (first === 'later') return 'later';
  if (!first.ok) return REFUSED[first.problem.code] ?? 'later';
  if (!first.body.upload) return 'there';
  const sent = await upload(ref, file, first.body.upload);
  if (sent !== 'sent') return sent;
  const second = await announce();
  if (second === 'later') return 'later';
  if (!second.ok) return REFUSED[second.problem.code] ?? 'later';
  return second.body.there ? 'there' : 'later';
};

const underWay = new Map<string, Promise<Brought>>();

/** One sending of a file at a time, which whoever asks again waits for. */
const bring = (ref: Ref, itemId: string, file: File): Promise<Brought> => {
  const key = `${ref.attemptId} ${itemId} ${file.fileId}`;
  const going = underWay.get(key) ?? bringOne(ref, itemId, file).finally(() => underWay.delete(key));
  underWay.set(key, going);
  return going;
};

/**
 * Brings the files of an answer to the centre, one after another: a slow line carries one at a time best. One that can
 * not be handed over is `note`d with the attempt.
 */
export const bringFiles = async (
  ref: Ref,
  itemId: string,
  files: readonly File[],
  note = noteRefused,
): Promise<Exclude<Brought, 'lost'>> => {
  for (const file of files) {
    const brought = await bring(ref, itemId, file);
    if (brought === 'unfit' || brought === 'lost') {
      note(keeping, ref, itemId, file, brought === 'lost' ? 'lost' : 'refused');
      return 'unfit';
    }
    if (brought !== 'there') return brought;
  }
  return 'there';
};

/** Whether an answer without files waits, which is sent in a moment and must not wait for a long file. */
const someoneWaits = (ref: Ref): boolean =>
  readEntry<{ attempt: { navigation: string } }>(keeping, keyOf.paper(ref))?.attempt.navigation !==
    'one-way' &&
  Object.values(sheetOf(keeping, ref)).some(
    ({ saved, response }) => !saved && response.kind !== 'file-answer',
  );

/**
 * As `bringFiles`, but leaves out of the answer what cannot be handed over, and gives way, as `later`, to an answer that
 * is given meanwhile; the file goes on being sent.
 */
export const bringGivingWay = async (
  ref: Ref,
  itemId: string,
  files: readonly File[],
): Promise<Exclude<Brought, 'lost'>> => {
  let stop = (): void => undefined;
  const wait = new Promise<'later'>((resolve) => {
    stop = keeping.listen(() => someoneWaits(ref) && resolve('later'));
  });
  return Promise.race([bringFiles(ref, itemId, files, leaveOut), wait]).finally(() => stop());
};
