import { exchangeRoutes, quizRoutes } from '../../services/quizzes/contract.ts';
import { approveItems } from '../support/approve-items.ts';
import type { Centre } from '../support/centre.ts';
import { giftOf } from './questions.ts';

/** A quiz of `items` questions in the centre's course. */
export async function openQuiz(
  { admin, staff, courseId }: Centre,
  items: number,
  attemptsAllowed: number,
): Promise<string> {
  const params = { courseId };
  await admin.ok(exchangeRoutes.importQuestions, {
    params,
    body: { format: 'gift', text: giftOf(items) },
  });
  await approveItems(staff.teacher, courseId);
  const quiz = { title: 'Đo', itemCount: items, attemptsAllowed, passHundredths: 500 };
  return (await admin.ok(quizRoutes.publishQuiz, { params, body: quiz })).quizId;
}
