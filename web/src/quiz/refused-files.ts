import type { Entry } from './answer-sheet.ts';
import { goToPlace, type Paper, wishOf, withdrawWish } from './drafts.ts';
import { keyOf, type Ref, readEntry, writeEntry } from './entries.ts';
import type { ResponseOf } from './full-answer.ts';
import type { Keeping } from './keeping.ts';

type File = ResponseOf<'file-answer'>['files'][number];
/** `refused`: the centre does not take it. `lost`: this device does not hold it any more, and the centre never saw it. */
export type RefusedFile = Pick<File, 'fileId' | 'name'> & { readonly why: 'refused' | 'lost' };

/** Files of an answer that could not be handed over, until the person has chosen another or put them aside. */
export const refusedOf = (keeping: Keeping, ref: Ref, itemId: string): readonly RefusedFile[] =>
  readEntry<RefusedFile[]>(keeping, keyOf.refused(ref, itemId)) ?? [];

/** Keeps, beside the draft and so beyond a reload, that a file could not be handed over. */
export const noteRefused = (
  keeping: Keeping,
  ref: Ref,
  itemId: string,
  { fileId, name }: File,
  why: RefusedFile['why'],
): void => {
  const others = refusedOf(keeping, ref, itemId).filter((one) => one.fileId !== fileId);
  writeEntry(keeping, keyOf.refused(ref, itemId), [...others, { fileId, name, why }]);
};

/** Whoever has pressed for handing in is asked once more, at the question, where one may still go there. */
const holdHandIn = (keeping: Keeping, ref: Ref, itemId: string): void => {
  const attempt = readEntry<Paper>(keeping, keyOf.paper(ref))?.attempt;
  if (!attempt || attempt.navigation === 'one-way' || wishOf(keeping, ref) !== 'person') return;
  const place = attempt.items.findIndex((item) => item.itemId === itemId);
  goToPlace(keeping, ref, place);
  withdrawWish(keeping, ref);
};

/**
 * Takes one file out of an answer and leaves the others in it. The person is told first: a crash in between must not
 * hand in without a word.
 */
export const leaveOut: typeof noteRefused = (keeping, ref, itemId, file, why) => {
  noteRefused(keeping, ref, itemId, file, why);
  holdHandIn(keeping, ref, itemId);
  const key = keyOf.answer(ref, itemId);
  const entry = readEntry<Entry>(keeping, key);
  if (entry?.response.kind !== 'file-answer') return;
  const files = entry.response.files.filter(({ fileId }) => fileId !== file.fileId);
  if (files.length === entry.response.files.length) return;
  const response = { ...entry.response, files };
  writeEntry(keeping, key, { ...entry, response, version: entry.version + 1, saved: false });
};

/** The person has seen it. */
export const forgetRefused = (keeping: Keeping, ref: Ref, itemId: string): void =>
  keeping.remove(keyOf.refused(ref, itemId));
