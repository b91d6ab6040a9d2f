import type { Response, SeenItem } from '../../../services/quizzes/contract.ts';
import { isFull } from './full-answer.ts';

/** One answer as the device has it. `version` counts the changes of this item; `saved` only after the server's 200. */
export type Entry = {
  readonly response: Response;
  readonly version: number;
  readonly saved: boolean;
  /** From the start of the attempt until it was given (ms); absent on what came from the server. */
  readonly elapsedMs?: number;
  /** How long the question was looked at until then (ms), by every tab of this device and whatever came from the server. */
  readonly spentMs?: number | undefined;
};
/** Answers by item. */
export type Sheet = Readonly<Record<string, Entry>>;
type Stored = Pick<Entry, 'response' | 'version' | 'spentMs'> & { readonly itemId: string };
/** When an answer was given, from the start of the attempt, and for how long its question was looked at before. */
export type Timing = { readonly elapsedMs?: number; readonly lookedMs?: number };

/** A new answer: one version on from whatever was given before, `taken` back included; not saved yet. */
export const answerItem = (
  sheet: Sheet,
  itemId: string,
  response: Response,
  { elapsedMs, lookedMs = 0 }: Timing = {},
  taken = 0,
): Sheet => {
  const before = sheet[itemId];
  const spentMs = (before?.spentMs ?? 0) + lookedMs;
  return {
    ...sheet,
    [itemId]: {
      response,
      version: Math.max(before?.version ?? 0, taken) + 1,
      saved: false,
      ...(elapsedMs !== undefined && { elapsedMs }),
      ...(spentMs > 0 && { spentMs }),
    },
  };
};

/** One text for equal answers: the server gives the fields of a pair list in an order of its own. */
const textOf = (response: Response): string =>
  JSON.stringify(response, (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
const isSame = (one: Response, other: Response): boolean => textOf(one) === textOf(other);

/** The server has stored what was sent; a newer answer given meanwhile, in this tab or another, stays unsaved. */
export const acknowledge = (
  sheet: Sheet,
  itemId: string,
  sent: Pick<Entry, 'response' | 'version'>,
): Sheet => {
  const entry = sheet[itemId];
  const isStored = entry?.version === sent.version && isSame(entry.response, sent.response);
  return isStored ? { ...sheet, [itemId]: { ...entry, saved: true } } : sheet;
};

/**
 * Joins the device's sheet with what the server holds: the higher version of each item wins, and at equal versions the
 * server's. An answer the server does not have is unsaved, whatever the device believed.
 */
export const mergeStored = (sheet: Sheet, stored: readonly Stored[]): Sheet => {
  const merged: Record<string, Entry> = {};
  for (const [itemId, entry] of Object.entries(sheet))
    merged[itemId] = entry.saved ? { ...entry, saved: false } : entry;
  for (const { itemId, response, version, spentMs } of stored) {
    const mine = merged[itemId];
    if (!mine || mine.version <= version) merged[itemId] = { response, version, saved: true, spentMs };
  }
  return merged;
};

/** Items that `after` answers otherwise than `before` did. */
export const changedItems = (before: Sheet, after: Sheet): readonly string[] =>
  Object.entries(after).flatMap(([itemId, { response }]) => {
    const earlier = before[itemId];
    return earlier && !isSame(earlier.response, response) ? [itemId] : [];
  });

/**
 * The next answer that the server does not have. Files take long, so answers with files come last, but for a quiz whose
 * answers go `inOrder`.
 */
export const nextUnsaved = (
  sheet: Sheet,
  inOrder = false,
): { readonly itemId: string; readonly entry: Entry } | undefined => {
  const unsaved = Object.entries(sheet).filter(([, { saved }]) => !saved);
  const quick = inOrder ? undefined : unsaved.find(([, { response }]) => response.kind !== 'file-answer');
  const next = quick ?? unsaved[0];
  return next && { itemId: next[0], entry: next[1] };
};

/** Whether an item is answered in full. */
export const isAnswered = (item: SeenItem, entry: Entry | undefined): boolean =>
  isFull(item, entry?.response);
