import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abilityFrom, PRIOR } from './ability.ts';
import { LEAST_ASKED, nextItem } from './next-item.ts';
import { chanceOfRight, informationAt } from './rasch.ts';
import { DOMAINS, difficultyOf, domainOf, LEVELS, levelAt } from './scale.ts';
import {
  learnerOf,
  limits,
  normalFrom,
  observations,
  poolFor,
  randomFrom,
  sitThrough,
} from './simulated-learner.suite.ts';

const rank = (level: string | undefined) => (LEVELS as readonly (string | undefined)[]).indexOf(level);

describe('the Rasch model', () => {
  it('gives an even chance where ability meets difficulty, and most information there', () => {
    expect(chanceOfRight(1.3, 1.3)).toBe(0.5);
    expect(informationAt(1.3, 1.3)).toBe(0.25);
    expect(informationAt(1.3, 2.3)).toBeLessThan(0.25);
  });

  it('begins a level where half of its questions would be right, and has 62 in a hundred right in its middle', () => {
    for (const level of LEVELS) {
      const begins = difficultyOf(level);
      expect(levelAt(begins)).toBe(level);
      expect(rank(levelAt(begins - 1e-9))).toBe(rank(level) - 1);
      expect(chanceOfRight(begins + 0.5, begins)).toBeCloseTo(0.62, 2);
    }
  });
});

describe('an estimate of ability', () => {
  it('is what was believed before anything was asked, and never leaves the scale', () => {
    const { estimate, standardError } = abilityFrom([]);
    expect(estimate).toBeCloseTo(PRIOR.mean, 6);
    expect(standardError).toBeCloseTo(PRIOR.deviation, 3);
    fc.assert(
      fc.property(observations, (seen) => {
        const ability = abilityFrom(seen);
        expect(Math.abs(ability.estimate - PRIOR.mean)).toBeLessThan(10);
        expect(ability.standardError).toBeGreaterThan(0);
        expect(ability.standardError).toBeLessThanOrEqual(PRIOR.deviation + 1e-3);
      }),
    );
  });

  it('rises with every right answer and falls with every wrong one, so neither moves a level the other way', () => {
    const difficulty = fc.constantFrom(...LEVELS).map(difficultyOf);
    fc.assert(
      fc.property(observations, difficulty, (seen, next) => {
        const before = abilityFrom(seen).estimate;
        const right = abilityFrom([...seen, { difficulty: next, right: true }]).estimate;
        const wrong = abilityFrom([...seen, { difficulty: next, right: false }]).estimate;
        expect(wrong).toBeLessThan(before);
        expect(right).toBeGreaterThan(before);
        expect(rank(levelAt(right))).toBeGreaterThanOrEqual(rank(levelAt(before)));
      }),
    );
  });

  it('is of the level of which all was right, when all of the next was wrong, up to where the prior outweighs six answers', () => {
    for (const [place, level] of LEVELS.slice(0, 5).entries()) {
      const above = LEVELS[place + 1] ?? level;
      const all = [level, above].flatMap((each) =>
        [1, 2, 3].map(() => ({ difficulty: difficultyOf(each), right: each === level })),
      );
      expect(levelAt(abilityFrom(all).estimate)).toBe(level);
    }
  });

  it('does not depend on the order of the questions', () => {
    fc.assert(
      fc.property(observations, (seen) => {
        expect(abilityFrom(seen.toReversed()).estimate).toBeCloseTo(abilityFrom(seen).estimate, 9);
      }),
    );
  });
});

describe('the next question', () => {
  const pool = poolFor(DOMAINS);
  const answers = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
  const seed = fc.string({ minLength: 1 });

  it('follows from the answers and the seed alone, asks nothing twice and keeps to the limits', () => {
    fc.assert(
      fc.property(answers, seed, (rights, drawn) => {
        const sit = () => sitThrough(pool, limits, drawn, (_, step) => rights[step] ?? false);
        const asked = sit();
        expect(sit()).toEqual(asked);
        expect(new Set(asked.map(({ itemId }) => itemId)).size).toBe(asked.length);
        const domains = Map.groupBy(asked, ({ competenceCode }) => domainOf(competenceCode));
        expect([...domains.keys()]).toEqual(DOMAINS);
        for (const of of domains.values()) {
          expect(of.length).toBeGreaterThanOrEqual(LEAST_ASKED);
          expect(of.length).toBeLessThanOrEqual(limits.questionsPerDomain);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is harder after right answers than after wrong ones', () => {
    const hardest = (right: boolean) => sitThrough(pool, limits, 'seed', () => right).at(2)?.difficulty ?? 0;
    expect(hardest(true)).toBeGreaterThan(hardest(false));
  });

  it('takes turns among items that tell as much: nobody’s first question is everybody’s', () => {
    const first = Array.from({ length: 200 }, (_, n) => nextItem(pool, limits, [], `seed ${n}`)?.itemId);
    const most = Math.max(...[...Map.groupBy(first, (id) => id).values()].map((of) => of.length));
    expect(most / first.length).toBeLessThan(0.5);
  });

  it('goes through a domain that has fewer items than may be asked, and ends', () => {
    const thin = poolFor(['4'], ['CB1', 'CB2'], 1);
    expect(sitThrough(thin, { ...limits, domains: ['4'] }, 'seed', () => true)).toHaveLength(2);
  });
});

/** Learners of the simulation, whose abilities spread as the centre's may. */
const LEARNERS = 600;
const levels = LEVELS.slice(0, 4);

describe('simulated learners', () => {
  const pool = poolFor(['4'], levels);
  const rules = { ...limits, domains: ['4' as const] };
  const levelOf = (ability: number) => rank(levelAt(ability, levels));

  /** As many questions, the same for everybody: spread evenly over the levels. */
  const fixedForm = (length: number) =>
    Array.from({ length }, (_, n) => ({
      difficulty: difficultyOf(levels[Math.floor(((n + 0.5) * levels.length) / length)] ?? 'CB1'),
    }));

  const placedAs = (length: number | 'adaptive') => {
    const random = randomFrom(20261126);
    let [exact, near, questions] = [0, 0, 0];
    for (let n = 0; n < LEARNERS; n += 1) {
      const ability = PRIOR.mean + 1.6 * normalFrom(random);
      const answers = learnerOf(ability, random);
      const asked =
        length === 'adaptive'
          ? sitThrough(pool, rules, String(n), answers)
          : fixedForm(length).map((item) => ({ ...item, right: answers(item) }));
      const off = Math.abs(levelOf(abilityFrom(asked).estimate) - levelOf(ability));
      [exact, near, questions] = [
        exact + Number(off === 0),
        near + Number(off <= 1),
        questions + asked.length,
      ];
    }
    return { exact: exact / LEARNERS, near: near / LEARNERS, questions: questions / LEARNERS };
  };

  it('land on their level more often than by a fixed quiz of the same length', () => {
    const adaptive = placedAs('adaptive');
    const fixed = Object.fromEntries([6, 8].map((length) => [length, placedAs(length)]));
    console.info('placement of simulated learners', { adaptive, fixed });
    expect(adaptive.near).toBeGreaterThan(0.93);
    expect(adaptive.questions).toBeLessThan(6);
    expect(adaptive.exact).toBeGreaterThan(fixed[6]?.exact ?? 1);
    expect(adaptive.near).toBeGreaterThanOrEqual(fixed[6]?.near ?? 1);
  });
});
