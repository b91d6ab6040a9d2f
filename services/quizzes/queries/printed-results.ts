import { lineOf } from '../domain/printed/answer-line.ts';
import type { PrintedExam } from '../domain/printed/printed-exam.ts';
import type { MarkStore } from '../mark-store.ts';
import type { PrintedStore } from '../printed-store.ts';

type Stores = { readonly marks: MarkStore; readonly printed: PrintedStore };

/** The entered sheets of an exam by number, with the marks that hold now. */
export async function printedResults({ marks, printed }: Stores, exam: PrintedExam) {
  const results = await printed.resultsOf(exam.examId);
  const attempts = await marks.attemptsOf(
    results.map(({ personId }) => personId),
    exam.quizId,
  );
  const grades = new Map(attempts.map(({ attemptId, grade }) => [attemptId, grade]));
  return results
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ number, personId, attemptId, code, cells, enteredAt, corrections }) => {
      const grade = grades.get(attemptId);
      return {
        number,
        personId,
        attemptId,
        code,
        line: lineOf(cells),
        enteredAt,
        corrections: corrections.map(({ reason, at }) => ({ reason, at })),
        ...(grade && { grade }),
      };
    });
}
