import type { Cause } from '#shared/messaging/outbox.ts';
import { inTurns } from '#shared/store/in-turns.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import {
  judgeRows,
  type NewSheet,
  type RowFault,
  type RowVerdict,
  type SeatFault,
} from '../domain/printed/judge-rows.ts';
import { printedAttempt } from '../domain/printed/printed-attempt.ts';
import { isSameSheet, type PrintedExam } from '../domain/printed/printed-exam.ts';
import type { SheetRow } from '../domain/printed/read-table.ts';
import type { Quiz } from '../domain/quiz.ts';
import { waitsUntil } from '../domain/review-policy.ts';
import { runOfSeat } from '../domain/seat.ts';
import { takenOnPaper } from '../events-out.ts';
import type { PrintedStore } from '../printed-store.ts';
import { correctedForms, printedForms } from '../queries/printed-forms.ts';
import type { Taker } from '../taker.ts';
import { applyCorrections } from './apply-corrections.ts';
import { type Stores, settleAttempt } from './close-attempt.ts';
import { quizOf } from './quiz-of.ts';

export type PrintedStores = Stores & { readonly printed: PrintedStore };

type EnterSheets = {
  readonly exam: PrintedExam;
  readonly rows: readonly SheetRow[];
  /** Tells what would be entered and enters nothing. */
  readonly preview: boolean;
  /** An identifier for a new attempt, and a secret seed. */
  readonly fresh: () => string;
};

/** Candidates looked at together; each is some reads and a transaction. */
const AT_ONCE = 10;

type Seat = { readonly kind: 'seat'; readonly runId: string; readonly taker: Taker };
type Sitting = Pick<EnterSheets, 'exam' | 'fresh'> & { readonly quiz: Quiz };

/**
 * Whether a candidate has an attempt left and none open; the rules of the quiz hold on paper, too. While the phone of an
 * attempt online may still send what was answered in time, the sheet waits: a later attempt would end that for good.
 */
async function seatOf(
  stores: PrintedStores,
  quiz: Quiz,
  personId: string,
  cause: Cause,
): Promise<Seat | { readonly kind: 'none'; readonly fault: RowFault }> {
  const [seats, taker] = await Promise.all([
    stores.attempts.seatsOf(personId, quiz.courseId),
    stores.attempts.takerOf(personId, quiz.quizId),
  ]);
  const runId = runOfSeat(seats);
  const fault = (code: SeatFault) => ({ kind: 'none', fault: { code } }) as const;
  if (personId === cause.actor) return fault('own-sheet');
  if (!runId) return fault('not-enrolled');
  const attemptId = taker.attemptIds.at(-1);
  const last = attemptId && (await settleAttempt(stores, { personId, attemptId }, cause));
  if (last === 'conflict' || (typeof last === 'object' && last.attempt.status === 'open'))
    return fault('attempt-still-open');
  if (taker.attemptIds.length >= quiz.attemptsAllowed) return fault('attempts-used-up');
  const until = typeof last === 'object' ? waitsUntil(quiz, [last.attempt], cause.at) : undefined;
  if (until) return { kind: 'none', fault: { code: 'late-answers-may-come', until } };
  return { kind: 'seat', runId, taker };
}

/**
 * A new sheet as it stands now: its seat, or what it comes to without one. The seat is read before the sheet: whoever
 * entered it meanwhile has used an attempt by it, which is no fault of this one.
 */
async function lookUp(
  stores: PrintedStores,
  { exam, quiz }: Sitting,
  { row, personId }: NewSheet,
  cause: Cause,
): Promise<Seat | Exclude<RowVerdict, NewSheet>> {
  const seat = await seatOf(stores, quiz, personId, cause);
  const entered = await stores.printed.findResult(exam.examId, personId);
  if (entered && isSameSheet(entered, row)) return { kind: 'unchanged', row };
  if (entered) return { kind: 'fault', row, fault: { code: 'differs' } };
  return seat.kind === 'seat' ? seat : { kind: 'fault', row, fault: seat.fault };
}

/** One sheet, in one write. */
async function enterOne(
  stores: PrintedStores,
  sitting: Sitting,
  sheet: NewSheet,
  cause: Cause,
): Promise<RowVerdict | 'conflict'> {
  const seat = await lookUp(stores, sitting, sheet, cause);
  if (seat.kind !== 'seat') return seat;
  const { exam, quiz, fresh } = sitting;
  const { runId, taker } = seat;
  const { row, personId, items, responses } = sheet;
  const { code, cells, number } = row;
  const attemptNo = taker.attemptIds.length + 1;
  const who = { attemptId: fresh(), personId, runId, attemptNo, seed: fresh(), at: cause.at };
  const made = printedAttempt(quiz, exam, { code, items, responses }, who);
  const result = {
    examId: exam.examId,
    number,
    personId,
    attemptId: who.attemptId,
    code,
    cells,
    enteredBy: cause.actor,
    enteredAt: cause.at,
    corrections: [],
  };
  const saved = await stores.printed.saveSheet(result, made, taker, takenOnPaper(made.attempt, cause));
  if (saved === 'conflict') return saved;
  await applyCorrections(stores, made.attempt, cause);
  return sheet;
}

/**
 * Answer sheets into attempts with marks. All rows are judged first: while one is faulty, none is entered. Each is one
 * write, so a call that broke off is sent again whole, and what was entered before changes nothing.
 */
export async function enterSheets(
  stores: PrintedStores,
  { exam, rows, preview, fresh }: EnterSheets,
  cause: Cause,
): Promise<{ readonly isEntered: boolean; readonly verdicts: readonly RowVerdict[] }> {
  const [quiz, forms, results] = await Promise.all([
    quizOf(stores, exam),
    printedForms(stores, exam.examId),
    stores.printed.resultsOf(exam.examId),
  ]);
  const corrected = await correctedForms(stores.bank, forms, quiz);
  const sitting = { exam, quiz, fresh };
  const judged = judgeRows({ exam, forms, corrected, results }, rows);
  const verdicts = await inTurns(judged, AT_ONCE, async (verdict) => {
    if (verdict.kind !== 'new') return verdict;
    const seat = await lookUp(stores, sitting, verdict, cause);
    return seat.kind === 'seat' ? verdict : seat;
  });
  if (preview || verdicts.some(({ kind }) => kind === 'fault')) return { isEntered: false, verdicts };
  const entered = await inTurns(verdicts, AT_ONCE, async (verdict): Promise<RowVerdict> => {
    if (verdict.kind !== 'new') return verdict;
    const outcome = await retryOnConflict(() => enterOne(stores, sitting, verdict, cause));
    return outcome ?? { kind: 'fault', row: verdict.row, fault: { code: 'attempt-still-open' } };
  });
  return { isEntered: true, verdicts: entered };
}
