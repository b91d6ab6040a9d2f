import { compareNames } from '#shared/text/vietnamese.ts';
import { addDays, dayOf } from '#shared/time/local-time.ts';
import { expectStatus, type Send } from './session.ts';

async function print(teacher: Send, quizId: string, classId: string): Promise<void> {
  const { exams } = await expectStatus(teacher, [200], 'GET', `/v1/quizzes/${quizId}/printed-exams`);
  if ((exams as unknown[]).length > 0) return;
  const { members } = await expectStatus(teacher, [200], 'GET', `/v1/classes/${classId}/members`);
  const learners = (members as { personId: string; fullName: string; as: string }[])
    .filter(({ as }) => as === 'learner')
    .sort((a, b) => compareNames(a.fullName, b.fullName));
  await expectStatus(teacher, [201], 'POST', `/v1/quizzes/${quizId}/printed-exams`, {
    classId,
    title: 'Kiểm tra trên giấy',
    subject: 'An toàn trên mạng',
    // The evening before the day before: 18 o'clock in Ho Chi Minh City.
    heldAt: `${addDays(dayOf(new Date().toISOString()), -2)}T11:00:00.000Z`,
    durationMinutes: 30,
    codes: 4,
    candidates: learners.map(({ personId }) => personId),
  });
}

/** An exam on paper that the teacher's class has sat; its sheets wait for whoever tries the demo. */
export async function loadPrintedExam(teacher: Send, courseId: string): Promise<void> {
  const { quizzes } = await expectStatus(teacher, [200], 'GET', `/v1/courses/${courseId}/quizzes`);
  const { classes } = await expectStatus(teacher, [200], 'GET', '/v1/classes');
  const [quiz, group] = [(quizzes as { quizId: string }[])[0], (classes as { classId: string }[])[0]];
  if (!quiz || !group) throw new Error('demo: there is no quiz or no class to print for');
  await print(teacher, quiz.quizId, group.classId);
}
