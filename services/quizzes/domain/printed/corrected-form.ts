import type { Question } from '../question.ts';
import { orderShowing } from '../regrade.ts';
import type { FormItem } from './read-sheet.ts';

/** A version that is marked by instead of the one that was printed. */
export type CorrectedVersion = {
  readonly itemId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly question: Question;
};

/**
 * A printed form by the versions that its sheets are marked by. Each is taken in the order in which it shows what is on
 * the paper: its author may have put the options elsewhere. One that shows something else marks no sheet; the printed
 * version does.
 */
export function correctedForm(
  form: readonly FormItem[],
  corrected: readonly CorrectedVersion[],
): readonly FormItem[] {
  const versions = new Map(corrected.map((each) => [each.itemId, each]));
  return form.map((item) => {
    const next = versions.get(item.itemId);
    const order = next && next.version > item.version ? orderShowing(item, next.question) : undefined;
    return next && order ? { ...item, ...next, order } : item;
  });
}
