import type { Response } from '../../contract.ts';
import type { FrozenItem } from '../attempt.ts';
import { presentAgain } from '../item-types.ts';
import type { Question } from '../question.ts';
import { readCell } from './answer-cells.ts';

/** A question of a form, at its number. */
export type FormItem = FrozenItem & { readonly question: Question };

export type SheetFault =
  | { readonly code: 'wrong-count'; readonly given: number; readonly wanted: number }
  | { readonly code: 'unreadable-answer'; readonly question: number; readonly cell: string };

/** What was answered by item; nothing for a question that was left out. The first cell that cannot be read is named. */
export function readSheet(
  items: readonly FormItem[],
  cells: readonly string[],
): ReadonlyMap<string, Response> | SheetFault {
  if (cells.length !== items.length)
    return { code: 'wrong-count', given: cells.length, wanted: items.length };
  const responses = new Map<string, Response>();
  for (const [at, item] of items.entries()) {
    const cell = cells[at] ?? '';
    if (cell === '') continue;
    const response = readCell(presentAgain(item, item.itemId), cell);
    if (response === 'unreadable') return { code: 'unreadable-answer', question: at + 1, cell };
    responses.set(item.itemId, response);
  }
  return responses;
}
