import type { Response, SeenItem } from '../../contract.ts';
import { type Answer, type FrozenItem, submitted } from '../attempt.ts';
import { markAttempt } from '../grading.ts';
import { presentAgain } from '../item-types.ts';
import type { Quiz } from '../quiz.ts';
import { type GradedAttempt, type Revision, revise } from '../revision.ts';
import { startSecret } from '../start-token.ts';
import type { PrintedExam } from './printed-exam.ts';
import type { FormItem } from './read-sheet.ts';

/** An attempt that was made on paper: the same parts as one made on a screen, handed in and marked at once. */
export type PrintedAttempt = {
  readonly attempt: GradedAttempt;
  readonly paper: readonly SeenItem[];
  readonly frozen: readonly FrozenItem[];
  readonly answers: readonly Answer[];
  readonly secret: string;
};

type Sheet = {
  readonly items: readonly FormItem[];
  readonly responses: ReadonlyMap<string, Response>;
};

const partsOf = ({ items, responses }: Sheet, version: number, at: string) => ({
  paper: items.map((item) => presentAgain(item, item.itemId)),
  frozen: items.map(({ question: _, ...frozen }): FrozenItem => frozen),
  answers: items.flatMap(({ itemId }): Answer[] => {
    const response = responses.get(itemId);
    return response ? [{ itemId, response, version, savedAt: at }] : [];
  }),
});

/** What a candidate handed in on paper, marked as an attempt on a screen with the same answers would be. */
export function printedAttempt(
  quiz: Quiz,
  { examId, heldAt }: PrintedExam,
  sheet: Sheet & { readonly code: string },
  who: {
    readonly attemptId: string;
    readonly personId: string;
    readonly runId: string;
    readonly attemptNo: number;
    /** Random and not kept. */
    readonly seed: string;
    readonly at: string;
  },
): PrintedAttempt {
  const { seed, at, ...person } = who;
  const parts = partsOf(sheet, 1, at);
  const open = {
    ...person,
    quizId: quiz.quizId,
    quizVersion: quiz.version,
    courseId: quiz.courseId,
    passHundredths: quiz.passHundredths,
    status: 'open' as const,
    ...(quiz.confirmation === 'teacher' && { confirmation: quiz.confirmation }),
    onPaper: { examId, code: sheet.code },
    startedAt: heldAt,
    saves: parts.answers.length,
  };
  const marks = markAttempt(sheet.items, sheet.responses);
  return { attempt: submitted(open, marks, at), ...parts, secret: startSecret(seed) };
}

/** What an attempt becomes when its sheet is typed again. */
export type RetypedAttempt = Omit<PrintedAttempt, 'attempt' | 'secret'> & { readonly revision: Revision };

/** The same attempt with what is really on the sheet: the next mark, with its reason. */
export function retypedAttempt(
  attempt: GradedAttempt,
  sheet: Sheet & { readonly code: string },
  by: { readonly decidedBy: string; readonly at: string; readonly version: number },
): RetypedAttempt {
  const { decidedBy, at, version } = by;
  const { attempt: revised, superseded } = revise(attempt, {
    points: markAttempt(sheet.items, sheet.responses).points,
    provisional: attempt.grade.provisional,
    reason: 'sheet-corrected',
    decidedBy,
    at,
  });
  const onPaper = attempt.onPaper && { onPaper: { ...attempt.onPaper, code: sheet.code } };
  return {
    ...partsOf(sheet, version, at),
    revision: { attempt: { ...revised, ...onPaper }, superseded },
  };
}
