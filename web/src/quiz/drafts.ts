import type { Attempt, Response } from '../../../services/quizzes/contract.ts';
import {
  acknowledge,
  answerItem,
  type Entry,
  isAnswered,
  mergeStored,
  nextUnsaved,
  type Sheet,
  type Timing,
} from './answer-sheet.ts';
import { answeredItems, attemptsOf, keyOf, type Ref, readEntry, writeEntry } from './entries.ts';
import type { Keeping } from './keeping.ts';
import { outcomeOf } from './outcomes.ts';

/** What a page needs to go on with an attempt when it has nothing but the device. */
export type Paper = {
  /** As the server gave it last, without answers: those are kept one by one. */
  readonly attempt: Attempt;
  readonly title: string;
  readonly backHref: string;
  readonly attemptsAllowed?: number;
  /** The device's own clock (ms) when `attempt.serverTime` came. */
  readonly receivedAt: number;
};
/** Answers with the proof that this device had the attempt while it was open. */
export type LateAnswers = {
  readonly token: string;
  readonly answers: readonly (Pick<Entry, 'response' | 'version' | 'spentMs'> & {
    readonly itemId: string;
    readonly elapsedMs: number;
  })[];
};
/** `time`: the time is over by this device's count, which the server has to confirm. */
export type Wish = 'person' | 'time';

export type Draft = {
  readonly ref: Ref;
  readonly paper: Paper;
  readonly sheet: Sheet;
  readonly wish: Wish | undefined;
  /** The question shown last, counted from 0; the number of questions stands for the last step. */
  readonly place: number;
};

/** In the order of the paper, in which a quiz that goes one way takes its answers. */
export const sheetOf = (keeping: Keeping, ref: Ref): Sheet => {
  const items = readEntry<Paper>(keeping, keyOf.paper(ref))?.attempt?.items ?? [];
  const places = new Map(items.map((item, place) => [item.itemId, place]));
  const placeOf = (itemId: string) => places.get(itemId) ?? items.length;
  const sheet: Record<string, Entry> = {};
  for (const itemId of [...answeredItems(keeping, ref)].sort((a, b) => placeOf(a) - placeOf(b))) {
    const entry = readEntry<Entry>(keeping, keyOf.answer(ref, itemId));
    if (entry) sheet[itemId] = entry;
  }
  return sheet;
};

export const wishOf = (keeping: Keeping, ref: Ref): Wish | undefined =>
  readEntry<Wish>(keeping, keyOf.wish(ref));

/** Writes the entries that differ, and only those: another tab may be writing others. */
const writeSheet = (keeping: Keeping, ref: Ref, before: Sheet, after: Sheet): void => {
  for (const [itemId, entry] of Object.entries(after))
    if (entry !== before[itemId]) writeEntry(keeping, keyOf.answer(ref, itemId), entry);
};

/** Joins the answers that the server holds with those of the device; the newer of each item wins. */
export const mergeIn = (keeping: Keeping, ref: Ref, stored: Attempt['answers']): void => {
  if (outcomeOf(keeping, ref)) return;
  const before = sheetOf(keeping, ref);
  writeSheet(keeping, ref, before, mergeStored(before, stored));
};

/** Notes which question is shown, so that a reload goes on exactly there. */
export const goToPlace = (keeping: Keeping, ref: Ref, place: number): void =>
  writeEntry(keeping, keyOf.place(ref), place);

const firstOpen = (attempt: Attempt, sheet: Sheet): number => {
  const open = attempt.items.findIndex((item) => !isAnswered(item, sheet[item.itemId]));
  return open === -1 ? attempt.items.length : open;
};

/**
 * Keeps an open attempt as the server gives it, now or again later: its questions, its deadline by the server's clock,
 * and its answers joined with those of the device. One that has ended meanwhile stays ended.
 */
export const keepAttempt = (
  keeping: Keeping,
  personId: string,
  attempt: Attempt,
  about: Omit<Paper, 'attempt'>,
): void => {
  const ref = { personId, attemptId: attempt.attemptId };
  if (outcomeOf(keeping, ref)) return;
  writeEntry(keeping, keyOf.paper(ref), { ...about, attempt: { ...attempt, answers: [] } } satisfies Paper);
  mergeIn(keeping, ref, attempt.answers);
  // Somebody who comes from another device goes on where the answers end.
  if (keeping.read(keyOf.place(ref)) === undefined)
    goToPlace(keeping, ref, firstOpen(attempt, sheetOf(keeping, ref)));
};

/** Takes the server's clock up anew. */
export const reanchor = (
  keeping: Keeping,
  ref: Ref,
  { serverTime, deadline }: Attempt,
  receivedAt: number,
): void => {
  const paper = readEntry<Paper>(keeping, keyOf.paper(ref));
  if (!paper) return;
  const attempt = { ...paper.attempt, serverTime, deadline };
  writeEntry(keeping, keyOf.paper(ref), { ...paper, attempt, receivedAt });
};

/** An open attempt of this device; undefined when it has ended, or when its questions were never kept. */
export const draftOf = (keeping: Keeping, ref: Ref): Draft | undefined => {
  const paper = readEntry<Paper>(keeping, keyOf.paper(ref));
  if (!paper || outcomeOf(keeping, ref)) return undefined;
  const sheet = sheetOf(keeping, ref);
  const place = readEntry<number>(keeping, keyOf.place(ref)) ?? 0;
  return { ref, paper, sheet, wish: wishOf(keeping, ref), place };
};

/** The open attempt of a person at a quiz, the newest if there are several. */
export const findDraft = (keeping: Keeping, personId: string, quizId: string): Draft | undefined =>
  attemptsOf(keeping, personId)
    .flatMap((ref) => draftOf(keeping, ref) ?? [])
    .filter(({ paper }) => paper.attempt.quizId === quizId)
    .sort((a, b) => b.paper.attempt.attemptNo - a.paper.attempt.attemptNo)[0];

/** A new answer. Once handing in was asked for, nothing is added any more. */
export const answerOn = (
  keeping: Keeping,
  ref: Ref,
  itemId: string,
  response: Response,
  timing?: Timing,
): void => {
  if (outcomeOf(keeping, ref) || wishOf(keeping, ref)) return;
  const before = sheetOf(keeping, ref);
  const taken = readEntry<number>(keeping, keyOf.dropped(ref, itemId));
  writeSheet(keeping, ref, before, answerItem(before, itemId, response, timing, taken));
};

/** What the server takes after the deadline of this attempt; undefined when the device has nothing of the kind. */
export const lateOn = (keeping: Keeping, ref: Ref): LateAnswers | undefined => {
  const token = readEntry<Paper>(keeping, keyOf.paper(ref))?.attempt?.startToken;
  const answers = Object.entries(sheetOf(keeping, ref)).flatMap(
    ([itemId, { response, version, saved, elapsedMs, spentMs }]) =>
      saved || elapsedMs === undefined ? [] : [{ itemId, response, version, elapsedMs, spentMs }],
  );
  return token && answers.length > 0 ? { token, answers } : undefined;
};

/** The server has stored this entry. */
export const acknowledgeOn = (keeping: Keeping, ref: Ref, itemId: string, sent: Entry): void => {
  const before = sheetOf(keeping, ref);
  writeSheet(keeping, ref, before, acknowledge(before, itemId, sent));
};

/**
 * Takes back an answer that can never be stored, unless another one was given meanwhile. Its version stays used up: the
 * centre may hold an earlier answer, which must not pass for newer than the next.
 */
export const dropAnswer = (keeping: Keeping, ref: Ref, itemId: string, { version }: Entry): void => {
  const key = keyOf.answer(ref, itemId);
  if (readEntry<Entry>(keeping, key)?.version !== version) return;
  writeEntry(keeping, keyOf.dropped(ref, itemId), version);
  keeping.remove(key);
};

/** Notes that the attempt is to be handed in, so that it happens from any page, also after the browser was closed. */
export const wishHandIn = (keeping: Keeping, ref: Ref, wish: Wish): void => {
  const isStronger = wishOf(keeping, ref) === undefined || wish === 'person';
  if (isStronger && !outcomeOf(keeping, ref)) writeEntry(keeping, keyOf.wish(ref), wish);
};

/** The server says that there is time left: this device's count was wrong. */
export const withdrawWish = (keeping: Keeping, ref: Ref): void => keeping.remove(keyOf.wish(ref));

/** A person's attempts with something that the server does not know yet. */
export const pendingOf = (keeping: Keeping, personId: string): readonly Ref[] =>
  attemptsOf(keeping, personId).filter(
    (ref) =>
      !outcomeOf(keeping, ref) &&
      (wishOf(keeping, ref) !== undefined || nextUnsaved(sheetOf(keeping, ref)) !== undefined),
  );

/** Whether the device itself holds this answer, so that it outlives a closed browser. */
export const isKeptHere = (keeping: Keeping, ref: Ref, itemId: string): boolean =>
  keeping.isDurable(keyOf.answer(ref, itemId));
