/** Somebody who sits the exam, by the number on their answer sheet (số báo danh). */
export type Candidate = { readonly number: string; readonly personId: string };

/** An exam on paper: a quiz printed under several codes for one class. Its forms never change. */
export type PrintedExam = {
  readonly examId: string;
  readonly quizId: string;
  readonly courseId: string;
  readonly classId: string;
  readonly title: string;
  readonly subject: string;
  readonly heldAt: string;
  readonly durationMinutes: number;
  readonly codes: readonly string[];
  readonly itemCount: number;
  readonly candidates: readonly Candidate[];
  readonly createdBy: string;
  readonly createdAt: string;
};

/** Why a sheet was typed again, and what stood there before. */
export type SheetCorrection = {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly code: string;
  readonly cells: readonly string[];
};

/** The answer sheet of one candidate. Its mark is that of the attempt. */
export type PrintedResult = Candidate & {
  readonly examId: string;
  readonly attemptId: string;
  readonly code: string;
  readonly cells: readonly string[];
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly corrections: readonly SheetCorrection[];
};

/** Numbers in the order given: 001, 002, ... */
export const numbered = (personIds: readonly string[]): readonly Candidate[] =>
  personIds.map((personId, at) => ({ number: String(at + 1).padStart(3, '0'), personId }));

/** Whether this sheet has been entered already, just so. */
export const isSameSheet = (
  result: Pick<PrintedResult, 'code' | 'cells'>,
  { code, cells }: Pick<PrintedResult, 'code' | 'cells'>,
): boolean =>
  result.code === code &&
  result.cells.length === cells.length &&
  result.cells.every((cell, at) => cell === cells[at]);
