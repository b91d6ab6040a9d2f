import { expect, it } from 'vitest';
import { keepOutcome, keepReview, type Outcome, outcomeOf, reviewOf } from './outcomes.ts';
import { OnePhone } from './testing/one-phone.ts';

const ref = { personId: 'person', attemptId: 'attempt' };
const outcome: Outcome = {
  ...{ ref, title: 'Kiểm tra', quizId: 'quiz', backHref: '/khoa-hoc' },
  ...{ late: 0, endedAt: 1, seen: false },
};
const review = {
  attemptId: ref.attemptId,
  releases: { marks: true, answers: true, explanations: true, rightAnswers: true },
  items: [],
};

it('keeps a review with the mark it explains, and none beside a result that is gone', () => {
  const { keeping } = new OnePhone().openTab();
  keepReview(keeping, ref, { ...review, gradeNo: 1 });
  expect(reviewOf(keeping, ref)).toBeUndefined();
  keepOutcome(keeping, outcome);
  keepReview(keeping, ref, { ...review, gradeNo: 2 });
  keepOutcome(keeping, { ...outcome, seen: true });
  expect(reviewOf(keeping, ref)).toMatchObject({ gradeNo: 2 });
  expect(outcomeOf(keeping, ref)?.seen).toBe(true);
});
