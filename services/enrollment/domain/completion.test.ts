import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideCompletion, type GradedAttempt } from './completion.ts';
import type { Enrolment } from './course-run.ts';

const seat: Enrolment = {
  enrolmentId: 'e1',
  runId: 'run',
  courseId: 'course',
  personId: 'hanh',
  status: 'confirmed',
  version: 1,
  requestedAt: '2026-11-23T02:00:00.000Z',
};
const at = '2026-11-24T02:00:00.000Z';
const graded = (scoreHundredths: number, over: Partial<GradedAttempt> = {}): GradedAttempt => ({
  scoreHundredths,
  passed: scoreHundredths >= 500,
  provisional: false,
  at,
  ...over,
});

describe('completing a course run', () => {
  it('needs a passed mark that is not provisional', () => {
    expect(decideCompletion(seat, graded(450)).change).toBe('none');
    expect(decideCompletion(seat, graded(900, { provisional: true })).change).toBe('none');
    expect(decideCompletion(seat, graded(850))).toMatchObject({
      change: 'completed',
      enrolment: { resultHundredths: 850 },
    });
  });

  it('is nothing to somebody without a seat', () => {
    expect(decideCompletion(undefined, graded(900)).change).toBe('none');
    expect(decideCompletion({ ...seat, status: 'waitlisted' }, graded(900)).change).toBe('none');
    expect(decideCompletion({ ...seat, status: 'cancelled' }, graded(900)).change).toBe('none');
  });

  it('waits for the mark that a teacher has confirmed, in whatever order and however often marks come', () => {
    const mark = fc.record({ score: fc.integer({ min: 0, max: 1000 }), provisional: fc.boolean() });
    const deliveries = fc
      .array(mark, { minLength: 1, maxLength: 6 })
      .chain((marks) => fc.shuffledSubarray([...marks, ...marks], { minLength: 2 * marks.length }));
    fc.assert(
      fc.property(deliveries, (marks) => {
        const passes = marks.filter(({ score, provisional }) => score >= 500 && !provisional);
        const end = marks.reduce((state, { score, provisional }) => {
          const decision = decideCompletion(state, graded(score, { provisional }));
          return decision.change === 'none' ? state : decision.enrolment;
        }, seat);
        expect(end.status).toBe(passes.length > 0 ? 'completed' : 'confirmed');
        expect(end.resultHundredths).toBe(
          passes.length > 0 ? Math.max(...passes.map(({ score }) => score)) : undefined,
        );
      }),
    );
  });

  it('ends with the best mark and one completion, whatever the order and however often events come', () => {
    const deliveries = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 })
      .chain((scores) => fc.shuffledSubarray([...scores, ...scores], { minLength: 2 * scores.length }));
    fc.assert(
      fc.property(deliveries, (scores) => {
        const best = Math.max(...scores);
        const { state, completions } = scores.reduce(deliver, { state: seat, completions: 0 });
        expect(completions).toBe(best >= 500 ? 1 : 0);
        expect(state.resultHundredths).toBe(best >= 500 ? best : undefined);
      }),
    );
  });
});

type Seen = { readonly state: Enrolment; readonly completions: number };

const deliver = ({ state, completions }: Seen, score: number): Seen => {
  const decision = decideCompletion(state, graded(score));
  if (decision.change === 'none') return { state, completions };
  return { state: decision.enrolment, completions: completions + (decision.change === 'completed' ? 1 : 0) };
};
