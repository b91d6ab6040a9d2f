import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualRules } from '../usual-rules.suite.ts';
import { type Attempt, GRACE_MS } from './attempt.ts';
import { decideGrant, type ExtraTime } from './extra-time.ts';
import { deadlineOf, later, type Quiz } from './quiz.ts';
import { releasesAt } from './review-policy.ts';

const OPENS = '2026-11-26T02:00:00.000Z';
const minutes = (count: number): string => later(OPENS, count * 60_000);
const quiz: Quiz = {
  ...usualRules,
  quizId: 'q',
  courseId: 'c',
  title: 'Kiểm tra',
  version: 1,
  itemIds: [],
  corrections: {},
  timeLimitMinutes: 20,
  closesAt: minutes(60),
  review: { ...usualRules.review, rightAnswers: 'after-close' },
};
const asked = (extra: ExtraTime, grantedAt = OPENS) => ({
  ...extra,
  reason: 'Mắt kém',
  grantedBy: 'head',
  grantedAt,
});
const attempt = { startedAt: minutes(50), deadline: minutes(60), status: 'open' } as Attempt;

test('the last end that anybody was given is kept, also when it is taken back', () => {
  const grant = (of: Quiz, extra: ExtraTime) =>
    decideGrant(of, { current: undefined, open: undefined }, asked(extra));
  expect(grant(quiz, { unit: 'percent', amount: 50 })).toMatchObject({ extendedUntil: minutes(70) });
  const extended = { ...quiz, extendedUntil: minutes(70) };
  expect(grant(extended, { unit: 'minutes', amount: 10 })).not.toHaveProperty('extendedUntil');
  expect(grant(extended, { unit: 'minutes', amount: 0 })).not.toHaveProperty('extendedUntil');
  expect(grant(extended, { unit: 'minutes', amount: 11 })).toMatchObject({ extendedUntil: minutes(71) });
});

test('time that nobody can use any more keeps nobody waiting for what comes after the close', () => {
  const decide = (at: string, open?: Attempt) =>
    decideGrant(quiz, { current: undefined, open }, asked({ unit: 'minutes', amount: 120 }, at));
  expect(decide(minutes(59))).toMatchObject({ extendedUntil: minutes(180) });
  expect(decide(minutes(60))).not.toHaveProperty('extendedUntil');
  expect(decide(minutes(60), attempt)).toMatchObject({ extendedUntil: minutes(180) });
  expect(decide(minutes(61), attempt)).not.toHaveProperty('extendedUntil');
});

test('an attempt whose time is over gets none of it back, for others may be shown what is right after the grace', () => {
  const decide = (at: string) =>
    decideGrant(quiz, { current: undefined, open: attempt }, asked({ unit: 'minutes', amount: 5 }, at));
  expect(decide(minutes(60))).toMatchObject({ deadline: minutes(65) });
  expect(decide(later(minutes(60), 1))).not.toHaveProperty('deadline');
});

test('whoever has which extra time and starts when they like, nobody is shown what is right while they may write', () => {
  const extra = fc.record({
    unit: fc.constantFrom('minutes', 'percent'),
    amount: fc.integer({ min: 0, max: 300 }),
  });
  fc.assert(
    fc.property(fc.array(extra, { maxLength: 6 }), fc.nat(59), fc.nat(400), (extras, start, look) => {
      let extended = quiz;
      for (const each of extras) {
        const decision = decideGrant(extended, { current: undefined, open: undefined }, asked(each));
        if (decision.kind === 'grant' && decision.extendedUntil)
          extended = { ...quiz, extendedUntil: decision.extendedUntil };
      }
      const ends = [undefined, ...extras].map((each) => deadlineOf(quiz, minutes(start), each) ?? '');
      const lastSave = later(ends.toSorted().at(-1) ?? '', GRACE_MS);
      const done = { status: 'submitted' } as const;
      if (releasesAt(extended, [done, done], minutes(look)).rightAnswers)
        expect(minutes(look) > lastSave).toBe(true);
    }),
  );
});
