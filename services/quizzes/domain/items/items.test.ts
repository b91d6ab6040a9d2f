import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Response } from '../../contract.ts';
import { SeenItem } from '../../contract-items.ts';
import { feedbackOn, pointsOf } from '../grading.ts';
import { complaintsOf, fits, present, rightResponse } from '../item-types.ts';
import type { Question } from '../question.ts';
import { anyItem, respondTo } from './item-arbitrary.suite.ts';

const picks = fc.array(fc.nat(100), { minLength: 8, maxLength: 8 });

test('nothing is wrong with a question of any kind as authors write it', () => {
  fc.assert(
    fc.property(anyItem, (question) => {
      expect(complaintsOf(question)).toEqual([]);
    }),
  );
});

test('a response earns a whole number of points from 0 to 100, in whatever order its options were shown', () => {
  fc.assert(
    fc.property(anyItem, picks, fc.string(), fc.string(), (question, chosen, ...seeds) => {
      const [one, other] = seeds.map((seed) => {
        const { seen, order } = present(question, 'item', seed);
        const response = respondTo(question, order, chosen);
        expect(fits(seen, response)).toBe(true);
        const words = feedbackOn({ question, order }, response)?.split('\n').sort();
        return { points: pointsOf({ question, order }, response), words };
      });
      expect(other).toEqual(one);
      expect(Number.isInteger(one?.points) && one!.points >= 0 && one!.points <= 100).toBe(true);
    }),
  );
});

/** Members that only the key has, each changed as far as a question of the same shape allows. */
const OTHERWISE: Readonly<Record<string, (was: never) => unknown>> = {
  weight: (was: number) => was / 2,
  share: (was: number) => was + 1,
  isTrue: (was: boolean) => !was,
  accepted: () => [],
  areas: () => [],
  words: () => 'SECRET',
  ...Object.fromEntries(
    ['feedback', 'explanation', 'whenRight', 'whenPartly', 'whenWrong', 'otherwise', 'title', 'compare'].map(
      (member) => [member, () => 'SECRET'],
    ),
  ),
};
const withAnotherKey = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(withAnotherKey);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([member, value]) => {
      const change = OTHERWISE[member];
      return [member, change ? change(value as never) : withAnotherKey(value)];
    }),
  );
};

test('what is shown does not depend on the key, and has no member that its contract does not name', () => {
  fc.assert(
    fc.property(anyItem, fc.string(), (question, seed) => {
      const { seen } = present(question, '01ARZ3NDEKTSV4RRFFQ69G5FAV', seed);
      const other = withAnotherKey(question) as Question;
      expect(present(other, '01ARZ3NDEKTSV4RRFFQ69G5FAV', seed).seen).toEqual(seen);
      expect(SeenItem.parse(seen)).toEqual(seen);
    }),
  );
});

test('ids count the places at which things are shown', () => {
  const idsIn = (part: unknown): string[] => {
    if (Array.isArray(part)) return part.flatMap(idsIn);
    if (typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([member, value]) =>
      /^(option|prompt|choice|entry|element)Id$/.test(member) ? [String(value)] : idsIn(value),
    );
  };
  fc.assert(
    fc.property(anyItem, fc.string(), (question, seed) => {
      const { seen } = present(question, 'item', seed);
      const lists = Object.values(seen).filter((member) => Array.isArray(member));
      for (const list of lists.flatMap((each) => (seen.kind === 'cloze' ? each : [each]))) {
        const ids = idsIn('options' in list ? list.options : list);
        expect(ids.map((id) => id.slice(1))).toEqual(ids.map((_, at) => String(at + 1)));
      }
    }),
  );
});

/** A response with one more of its parts as in the right one; what has no parts becomes the right one. */
function improved(response: Response, right: Response, pick: number): Response {
  const added = (has: readonly string[], wanted: readonly string[]) => {
    const id = wanted.filter((each) => !has.includes(each))[0];
    return id === undefined ? [...has] : [...has, id];
  };
  const filled = (has: Record<string, string>, wanted: Record<string, string>) => {
    const key = Object.keys(wanted)[pick % Object.keys(wanted).length] ?? '';
    return { ...has, [key]: wanted[key] ?? '' };
  };
  if (response.kind === 'multiple-choice' && right.kind === response.kind)
    return { ...response, optionIds: added(response.optionIds, right.optionIds) };
  if (response.kind === 'practical-task' && right.kind === response.kind)
    return { ...response, elementIds: added(response.elementIds, right.elementIds) };
  if (response.kind === 'matching' && right.kind === response.kind)
    return { ...response, pairs: filled(response.pairs, right.pairs) };
  if (response.kind === 'cloze' && right.kind === response.kind)
    return { ...response, gaps: filled(response.gaps, right.gaps) };
  if (response.kind === 'hot-spot' && right.kind === response.kind)
    return {
      ...response,
      points: [...response.points.slice(0, -1), right.points[pick % right.points.length]!],
    };
  return right;
}

test('one more part that is right never earns less', () => {
  fc.assert(
    fc.property(anyItem, picks, fc.nat(20), fc.string(), (question, chosen, pick, seed) => {
      const { seen, order } = present(question, 'item', seed);
      const right = rightResponse({ question, order });
      if (!right) return;
      const before = respondTo(question, order, chosen);
      // A place on a picture that is marked instead of another may cost what that one has earned.
      if (before.kind === 'hot-spot' && pointsOf({ question, order }, before) > 0) return;
      const after = improved(before, right, pick);
      if (!fits(seen, after)) return;
      expect(pointsOf({ question, order }, after)).toBeGreaterThanOrEqual(
        pointsOf({ question, order }, before),
      );
    }),
  );
});

test('one more part that is wrong never earns more', () => {
  fc.assert(
    fc.property(anyItem, picks, fc.nat(20), (question, chosen, pick) => {
      if (question.kind !== 'multiple-choice' && question.kind !== 'practical-task') return;
      const { seen, order } = present(question, 'item', 'seed');
      const before = respondTo(question, order, chosen);
      const parts = 'options' in question ? question.options : question.elements;
      const wrong = parts.flatMap(({ weight = 0 }, place) => (weight <= 0 ? [place] : []));
      const place = wrong[pick % wrong.length];
      if (place === undefined) return;
      const after: Response | undefined =
        before.kind === 'multiple-choice'
          ? { ...before, optionIds: [...before.optionIds, `o${order.indexOf(place) + 1}`] }
          : before.kind === 'practical-task'
            ? { ...before, elementIds: [...before.elementIds, `x${place + 1}`] }
            : undefined;
      if (!after || !fits(seen, after)) return;
      expect(pointsOf({ question, order }, after)).toBeLessThanOrEqual(pointsOf({ question, order }, before));
    }),
  );
});

test('a response of another kind, or with ids that were not shown, does not fit and earns nothing', () => {
  fc.assert(
    fc.property(anyItem, anyItem, picks, (question, stranger, chosen) => {
      const { seen, order } = present(question, 'item', 'seed');
      const response = respondTo(stranger, present(stranger, 'item', 'seed').order, chosen);
      if (stranger.kind === question.kind) return;
      expect(fits(seen, response)).toBe(false);
      expect(pointsOf({ question, order }, response)).toBe(0);
    }),
  );
  const { seen } = present(
    { kind: 'ordering', title: 't', stem: 's', entries: ['a', 'b', 'c'], scoring: 'by-place' },
    'item',
    'seed',
  );
  expect(fits(seen, { kind: 'ordering', entryIds: ['e1', 'e2', 'e4'] })).toBe(false);
  expect(fits(seen, { kind: 'ordering', entryIds: ['e1', 'e2', 'e2'] })).toBe(false);
  expect(fits(seen, { kind: 'ordering', entryIds: ['e1', 'e2'] })).toBe(false);
});
