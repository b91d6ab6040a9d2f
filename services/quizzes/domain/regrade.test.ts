import { describe, expect, test } from 'vitest';
import type { Response } from '../contract.ts';
import { present, rightResponse } from './item-types.ts';
import { everyKind } from './items/every-kind.suite.ts';
import type { Question } from './question.ts';
import { decideRegrade } from './regrade.ts';
import type { GradedAttempt } from './revision.ts';

const AT = '2026-11-26T02:00:00.000Z';
const correction = { itemId: 'i', version: 2, contentHash: 'h', reason: 'r', decidedBy: 'head', at: AT };

/** One question, answered as its first version would have it, and marked by another. */
function regraded(before: Question, corrected: Question, given?: Response) {
  const { order } = present(before, 'i', 'seed');
  const response = given ?? rightResponse({ question: before, order });
  const grade = { gradeNo: 1, scoreHundredths: 1000, passed: true, provisional: false, gradedAt: AT };
  const points = [{ itemId: 'i', earned: 100, total: 100 }];
  const attempt = { passHundredths: 500, status: 'submitted', grade, points } as unknown as GradedAttempt;
  const frozen = { itemId: 'i', version: 1, contentHash: 'g', order };
  return decideRegrade({ attempt, frozen, before, corrected, response }, correction, AT);
}
const earned = (decision: ReturnType<typeof regraded>) =>
  decision.kind === 'changed' ? decision.revision.attempt.points[0]?.earned : decision.kind;

const about = { title: 'C', stem: 'Hỏi' };
const choice = (weights: Readonly<Record<string, number>>): Question => ({
  ...about,
  kind: 'single-choice',
  options: Object.entries(weights).map(([text, weight]) => ({ text, weight })),
});
const match = (pairs: Readonly<Record<string, string>>, distractors: readonly string[] = []): Question => ({
  ...about,
  kind: 'matching',
  pairs: Object.entries(pairs).map(([prompt, choice]) => ({ prompt, choice })),
  distractors,
});
const inOrder = (...entries: readonly string[]): Question => ({
  ...about,
  kind: 'ordering',
  entries,
  scoring: 'by-place',
});

describe('marking by a corrected version', () => {
  test.each(everyKind.map((question) => [question.kind, question] as const))(
    '%s: other words in the stem change nothing, and what a person marks stays theirs',
    (kind, question) => {
      const mended = { ...question, stem: 'Hỏi cho rõ hơn' };
      const isPersons = kind === 'essay' || kind === 'file-answer';
      expect(regraded(question, mended).kind).toBe(isPersons ? 'not-comparable' : 'unchanged');
    },
  );

  test('another key counts for what was chosen, wherever the author has put the options meanwhile', () => {
    const before = choice({ một: 100, hai: 0, ba: 0 });
    expect(earned(regraded(before, choice({ một: 0, hai: 100, ba: 0 })))).toBe(0);
    expect(earned(regraded(before, choice({ ba: 0, hai: 0, một: 100 })))).toBe('unchanged');
    expect(earned(regraded(before, choice({ ba: 100, hai: 0, một: 50 })))).toBe(50);
  });

  test('pairs and orders that were wrong are mended, as long as the same is there to choose from', () => {
    const pairs = { a: 'x', b: 'y', c: 'z', d: 'w' };
    expect(earned(regraded(match(pairs), match({ ...pairs, a: 'y', b: 'x' })))).toBe(50);
    expect(earned(regraded(match(pairs), match({ ...pairs, d: 'z' }, ['w'])))).toBe(75);
    expect(earned(regraded(inOrder('1', '2', '3', '4'), inOrder('1', '2', '4', '3')))).toBe(50);
  });

  test('the order that goes with the corrected version shows just what was shown', () => {
    const before = choice({ một: 100, hai: 0, ba: 0 });
    const corrected = choice({ ba: 100, một: 0, hai: 0 });
    const decision = regraded(before, corrected);
    const { seen } = present(before, 'i', 'seed');
    const places = decision.kind === 'changed' ? decision.order : [];
    const texts = places.map((place) => ('options' in corrected ? corrected.options[place]?.text : ''));
    expect(texts).toEqual('options' in seen && seen.options.map(({ text }) => text));
  });

  test('what lets people choose something else marks nobody', () => {
    const before = choice({ một: 100, hai: 0 });
    const others = [
      choice({ một: 100, hai: 0, ba: 0 }),
      choice({ một: 100, 'hai.': 0 }),
      { ...before, kind: 'multiple-choice' } as Question,
    ];
    expect(others.map((other) => regraded(before, other).kind)).toEqual(others.map(() => 'not-comparable'));
    expect(regraded(match({ a: 'x', b: 'y' }), match({ b: 'y', a: 'x' })).kind).toBe('not-comparable');
    const two = { ...before, kind: 'multiple-choice', scoring: 'without-penalty' } as Question;
    const more = { ...choice({ một: 50, hai: 50 }), kind: 'multiple-choice', scoring: 'without-penalty' };
    // Only one could be picked: who was right with two had no way to say so.
    expect(regraded(two, more as Question).kind).toBe('not-comparable');
  });
});
