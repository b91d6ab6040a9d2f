import type { Cause } from '#shared/messaging/outbox.ts';
import { retypedAttempt } from '../domain/printed/printed-attempt.ts';
import { isSameSheet, type PrintedExam, type PrintedResult } from '../domain/printed/printed-exam.ts';
import { readSheet, type SheetFault } from '../domain/printed/read-sheet.ts';
import { isGraded } from '../domain/revision.ts';
import { gradeRevised } from '../events-out.ts';
import { formsMarkedBy, printedForms } from '../queries/printed-forms.ts';
import type { PrintedStores } from './enter-sheets.ts';

type RetypeSheet = {
  readonly exam: PrintedExam;
  readonly number: string;
  readonly code: string;
  readonly cells: readonly string[];
  readonly reason: string;
  /** Of the mark that was seen. */
  readonly gradeNo: number;
};

export type RetypeOutcome =
  | { readonly kind: 'retyped' | 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: 'not-found' | 'sheet-changed' | 'unknown-code' }
  | { readonly kind: 'faulty'; readonly fault: SheetFault };

const refused = (reason: 'not-found' | 'sheet-changed' | 'unknown-code') =>
  ({ kind: 'refused', reason }) as const;

const nextResult = (
  before: PrintedResult,
  { code, cells, reason }: RetypeSheet,
  { actor, at }: Cause,
): PrintedResult => ({
  ...before,
  code,
  cells,
  enteredBy: actor,
  enteredAt: at,
  corrections: [...before.corrections, { reason, by: actor, at, code: before.code, cells: before.cells }],
});

/**
 * Puts right what was typed of one sheet: the next mark, with its reason; what stood there before is kept.
 * `'conflict'` when mark or sheet changed meanwhile.
 */
export async function retypeSheet(
  stores: PrintedStores,
  command: RetypeSheet,
  cause: Cause,
): Promise<RetypeOutcome | 'conflict'> {
  const { exam, number, code, cells, gradeNo } = command;
  const personId = exam.candidates.find((each) => each.number === number)?.personId;
  const before = personId && (await stores.printed.findResult(exam.examId, personId));
  if (!before) return refused('not-found');
  const attempt = await stores.attempts.findAttempt(before);
  if (!attempt || !isGraded(attempt)) return refused('not-found');
  if (isSameSheet(before, command)) return { kind: 'unchanged' };
  if (attempt.grade.gradeNo !== gradeNo) return refused('sheet-changed');
  const [forms, frozen] = await Promise.all([
    printedForms(stores, exam.examId),
    stores.attempts.findFrozen(attempt.attemptId),
  ]);
  const items = (await formsMarkedBy(stores.bank, forms, frozen)).get(code);
  if (!items) return refused('unknown-code');
  const responses = readSheet(items, cells);
  if ('code' in responses) return { kind: 'faulty', fault: responses };
  const corrections = before.corrections.length;
  const by = { decidedBy: cause.actor, at: cause.at, version: corrections + 2 };
  const retyped = retypedAttempt(attempt, { code, items, responses }, by);
  const saved = await stores.printed.saveRetyped(
    nextResult(before, command, cause),
    retyped,
    { frozen, corrections },
    gradeRevised(retyped.revision, cause),
  );
  return saved === 'saved' ? { kind: 'retyped' } : saved;
}
