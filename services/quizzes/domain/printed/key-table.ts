import { presentAgain, rightResponse } from '../item-types.ts';
import { writeCell } from './answer-cells.ts';
import type { FormItem } from './read-sheet.ts';

/** What earns everything at each number of one code, as it stands on an answer sheet. Part of the key. */
export type KeyColumn = { readonly code: string; readonly cells: readonly string[] };

export const keyOf = (code: string, items: readonly FormItem[]): KeyColumn => ({
  code,
  cells: items.map((item) => {
    const right = rightResponse(item);
    return right ? writeCell(presentAgain(item, item.itemId), right) : '';
  }),
});
