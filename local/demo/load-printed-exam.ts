import { compareNames } from '#shared/text/vietnamese.ts';
import { addDays, dayOf } from '#shared/time/local-time.ts';
import { expectStatus, type Send } from './session.ts';

type Exam = { readonly examId: string; readonly candidates: readonly { readonly number: string }[] };
type Key = readonly { readonly code: string; readonly cells: readonly string[] }[];
type Verdict = { readonly line: number; readonly number: string; readonly kind: string };

/** Sheets that are entered; the others wait for whoever tries the demo. */
const ENTERED = 3;

/** As typed: a letter each, in brackets what has several signs; the first `blank` questions are left out. */
const lineOf = (cells: readonly string[], blank: number): string =>
  cells.map((cell, at) => (at < blank ? '-' : `(${cell})`)).join('');

async function print(teacher: Send, quizId: string, classId: string): Promise<Exam> {
  const { exams } = await expectStatus(teacher, [200], 'GET', `/v1/quizzes/${quizId}/printed-exams`);
  const [known] = exams as Exam[];
  if (known) return known;
  const { members } = await expectStatus(teacher, [200], 'GET', `/v1/classes/${classId}/members`);
  const learners = (members as { personId: string; fullName: string; as: string }[])
    .filter(({ as }) => as === 'learner')
    .sort((a, b) => compareNames(a.fullName, b.fullName));
  const made = await expectStatus(teacher, [201], 'POST', `/v1/quizzes/${quizId}/printed-exams`, {
    classId,
    title: 'Kiểm tra trên giấy',
    subject: 'An toàn trên mạng',
    // The evening before the day before: 18 o'clock in Ho Chi Minh City.
    heldAt: `${addDays(dayOf(new Date().toISOString()), -2)}T11:00:00.000Z`,
    durationMinutes: 30,
    codes: 4,
    candidates: learners.map(({ personId }) => personId),
  });
  return made as unknown as Exam;
}

/** An exam on paper that the teacher's class has sat, with the first sheets entered. */
export async function loadPrintedExam(teacher: Send, courseId: string): Promise<void> {
  const { quizzes } = await expectStatus(teacher, [200], 'GET', `/v1/courses/${courseId}/quizzes`);
  const { classes } = await expectStatus(teacher, [200], 'GET', '/v1/classes');
  const [quiz, group] = [(quizzes as { quizId: string }[])[0], (classes as { classId: string }[])[0]];
  if (!quiz || !group) throw new Error('demo: there is no quiz or no class to print for');
  const { examId, candidates } = await print(teacher, quiz.quizId, group.classId);
  const address = `/v1/printed-exams/${examId}`;
  const { results } = await expectStatus(teacher, [200], 'GET', address);
  if ((results as unknown[]).length > 0) return;
  const { key } = await expectStatus(teacher, [200], 'GET', `${address}/key`);
  const rows = candidates.map(({ number }, at) => {
    const { code, cells } = (key as Key)[at % (key as Key).length] ?? { code: '', cells: [] };
    return { number, code, line: lineOf(cells, at + 1) };
  });
  const seen = await expectStatus(teacher, [200], 'POST', `${address}/sheets`, { preview: true, rows });
  const good = (seen.verdicts as Verdict[]).filter(({ kind }) => kind === 'new').slice(0, ENTERED);
  const entered = rows.filter(({ number }) => good.some((verdict) => verdict.number === number));
  if (entered.length === 0) throw new Error('demo: nobody of the class can sit an exam on paper');
  await expectStatus(teacher, [200], 'POST', `${address}/sheets`, { preview: false, rows: entered });
}
