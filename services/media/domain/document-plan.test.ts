import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DocumentPlan,
  groupsOf,
  pageAt,
  pageName,
  pagesOfGroup,
  planDocument,
} from './document-plan.ts';

const A4 = { width: 595, height: 842 };
const planOf = (pages: readonly { readonly width: number; readonly height: number }[]): DocumentPlan => {
  const plan = planDocument({ pages }, 'engine/1');
  if (!plan.ok) throw new Error(plan.rejection.code);
  return plan.value;
};

test('a page is 1600 pixels across whatever its size on paper, and one metres long is made narrower', () => {
  const { pages } = planOf([
    A4,
    { width: 842, height: 595 },
    { width: 10, height: 10 },
    { width: 200, height: 4000 },
  ]);
  expect(pages).toEqual([
    { width: 1600, height: 2264 },
    { width: 1600, height: 1131 },
    { width: 1600, height: 1600 },
    { width: 320, height: 6400 },
  ]);
  expect(pages.map((page) => pageAt(page, 800).width)).toEqual([800, 800, 800, 160]);
  expect(pageName(7, 800)).toBe('0007-800.webp');
});

test('the groups of a plan hold every page once, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (count) => {
      const plan = planOf(Array.from({ length: count }, () => A4));
      const pages = groupsOf(plan).flatMap((group) => pagesOfGroup(plan, group));
      expect(pages).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    }),
    { numRuns: 30 },
  );
  expect(() => pagesOfGroup(planOf([A4]), 'pages-1')).toThrow(RangeError);
});

test('equal facts and engines give one hash, and any difference another', () => {
  expect(planOf([A4]).planHash).toBe(planOf([{ ...A4 }]).planHash);
  expect(planOf([A4]).planHash).not.toBe(planOf([A4, A4]).planHash);
  expect(planDocument({ pages: [A4] }, 'engine/2')).not.toMatchObject({
    value: { planHash: planOf([A4]).planHash },
  });
});

test.each([
  ['DAMAGED', []],
  ['DAMAGED', [A4, { width: 0, height: 842 }]],
  ['DAMAGED', [{ width: Number.NaN, height: 842 }]],
  ['TOO_MANY_PAGES', Array.from({ length: 501 }, () => A4)],
])('a document is refused as %s', (code, pages) => {
  expect(planDocument({ pages }, 'engine/1')).toEqual({ ok: false, rejection: { code } });
});
