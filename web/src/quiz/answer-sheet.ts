import type { Response, SeenItem } from '../../../services/quizzes/contract.ts';

/** One answer as the device has it. `version` counts the changes of this item; `saved` only after the server's 200. */
export type Entry = { readonly response: Response; readonly version: number; readonly saved: boolean };
/** Answers by item. */
export type Sheet = Readonly<Record<string, Entry>>;
type Stored = { readonly itemId: string; readonly response: Response; readonly version: number };

/** A new answer: one version on, not saved yet. */
export const answerItem = (sheet: Sheet, itemId: string, response: Response): Sheet => ({
  ...sheet,
  [itemId]: { response, version: (sheet[itemId]?.version ?? 0) + 1, saved: false },
});

/** The server has stored `version`; a newer answer given meanwhile stays unsaved. */
export const acknowledge = (sheet: Sheet, itemId: string, version: number): Sheet => {
  const entry = sheet[itemId];
  return entry?.version === version ? { ...sheet, [itemId]: { ...entry, saved: true } } : sheet;
};

/**
 * Joins the device's sheet with what the server holds: the higher version of each item wins, and at equal versions the
 * server's. An answer the server does not have is unsaved, whatever the device believed.
 */
export const mergeStored = (sheet: Sheet, stored: readonly Stored[]): Sheet => {
  const merged: Record<string, Entry> = {};
  for (const [itemId, entry] of Object.entries(sheet)) merged[itemId] = { ...entry, saved: false };
  for (const { itemId, response, version } of stored) {
    const mine = merged[itemId];
    if (!mine || mine.version <= version) merged[itemId] = { response, version, saved: true };
  }
  return merged;
};

/** Takes over what another tab of this device wrote: per item the higher version, else the saved one. */
export const adopt = (mine: Sheet, theirs: Sheet): Sheet => {
  const joined: Record<string, Entry> = { ...mine };
  for (const [itemId, entry] of Object.entries(theirs)) {
    const own = mine[itemId];
    const isNewer = !own || entry.version > own.version || (entry.version === own.version && entry.saved);
    if (isNewer) joined[itemId] = entry;
  }
  return joined;
};

/** The next answer that the server does not have. */
export const nextUnsaved = (sheet: Sheet): { readonly itemId: string; readonly entry: Entry } | undefined => {
  for (const [itemId, entry] of Object.entries(sheet)) if (!entry.saved) return { itemId, entry };
  return undefined;
};

/** Whether an item is answered in full: an emptied line, no ticked box or a prompt without its match is not. */
export const isAnswered = (item: SeenItem, entry: Entry | undefined): boolean => {
  const response = entry?.response;
  if (!response) return false;
  if (response.kind === 'multiple-choice') return response.optionIds.length > 0;
  if (response.kind === 'matching')
    return item.kind === 'matching' && item.prompts.every(({ promptId }) => response.pairs[promptId]);
  if (response.kind === 'short-answer' || response.kind === 'numeric') return response.text.trim() !== '';
  return true;
};
