import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DomainLevel } from '../../../../services/quizzes/contract.ts';
import { LEVELS, standOf, stepsOf } from './stand.ts';

const at = (domain: DomainLevel['domain'], level?: DomainLevel['level']): DomainLevel => ({
  domain,
  isMeasured: true,
  ...(level && { level }),
});
const course = (slug: string, ...competenceCodes: string[]) => ({ slug, title: slug, competenceCodes });
const safety = course('an-toan', '4.1', '4.2', '2.5');
const payment = course('thanh-toan', '5.2', '4.2');

it('names the lowest domain to learn first, the highest as the strongest, and a course about the lowest', () => {
  const levels = [at('1', 'TC1'), at('4'), at('5', 'CB1')];
  expect(standOf(levels, [payment, safety])).toEqual({ strongest: '1', learnFirst: '4', course: safety });
});

it('calls no domain the strongest when all are even, and begins with the first', () => {
  expect(standOf([at('4', 'CB2'), at('5', 'CB2')], [])).toEqual({ learnFirst: '4' });
});

it('takes a course that has something of the domain when none is mostly about it', () => {
  expect(standOf([at('2')], [payment, safety])?.course).toBe(safety);
  expect(standOf([at('6')], [payment, safety])).toEqual({ learnFirst: '6' });
});

it('says nothing of domains that were not measured', () => {
  const unknown = { domain: '1', isMeasured: false } as const;
  expect(standOf([unknown], [safety])).toBeUndefined();
  expect(standOf([unknown, at('4', 'CB1')], [safety])?.learnFirst).toBe('4');
});

it('never asks to learn first what stands higher than another domain', () => {
  const domain = fc.constantFrom<DomainLevel['domain']>('1', '2', '3', '4', '5', '6');
  const level = fc.option(fc.constantFrom(...LEVELS), { nil: undefined });
  const levels = fc.uniqueArray(fc.tuple(domain, level), { minLength: 1, selector: ([one]) => one });
  fc.assert(
    fc.property(levels, (some) => {
      const all = some.map(([one, reached]) => at(one, reached));
      const first = standOf(all, [])?.learnFirst;
      const found = all.find((each) => each.domain === first);
      expect(found && stepsOf(found)).toBe(Math.min(...all.map(stepsOf)));
    }),
  );
});
