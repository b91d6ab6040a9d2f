import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrollmentRoutes } from '../../../../services/enrollment/contract.ts';
import { type CourseDraft, courseOf, emptyDraft, isBegun, withLesson, withMoved } from './course-draft.ts';

const draft: CourseDraft = {
  title: ' Đổi mật khẩu ',
  summary: 'Tự đổi được mật khẩu.',
  competenceCodes: ['4.2', '2.6'],
  lessons: [
    { id: 1, title: 'Vì sao', minutes: '10', text: '## Vì sao' },
    { id: 2, title: 'Làm', minutes: '15', text: '- Mở máy' },
    { id: 3, title: 'Nhớ', minutes: '5', text: '' },
  ],
};
const idsOf = (lessons: CourseDraft['lessons']) => lessons.map(({ id }) => id);

describe('courseOf', () => {
  it('is what the contract takes, with the address from the title until another is typed', () => {
    const body = courseOf(draft);
    expect(enrollmentRoutes.createCourse.body?.safeParse(body)).toMatchObject({ success: true });
    expect(body).toMatchObject({
      slug: 'doi-mat-khau',
      title: 'Đổi mật khẩu',
      competenceCodes: ['2.6', '4.2'],
    });
    expect(courseOf({ ...draft, slug: 'mat-khau' }).slug).toBe('mat-khau');
  });

  it('is refused by the contract while nothing is written', () => {
    expect(enrollmentRoutes.createCourse.body?.safeParse(courseOf(emptyDraft)).success).toBe(false);
  });
});

describe('lessons of a draft', () => {
  it('change places with their neighbour, and stay at the ends', () => {
    expect(idsOf(withMoved(draft.lessons, 2, -1))).toEqual([2, 1, 3]);
    expect(idsOf(withMoved(draft.lessons, 2, 1))).toEqual([1, 3, 2]);
    expect(withMoved(draft.lessons, 1, -1)).toBe(draft.lessons);
    expect(withMoved(draft.lessons, 3, 1)).toBe(draft.lessons);
    expect(withMoved(draft.lessons, 9, 1)).toBe(draft.lessons);
  });

  it('keep every lesson however often they are moved, and come back the way they went', () => {
    const move = fc.record({
      id: fc.integer({ min: 1, max: 3 }),
      by: fc.constantFrom(-1 as const, 1 as const),
    });
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        const moved = moves.reduce((lessons, { id, by }) => withMoved(lessons, id, by), draft.lessons);
        expect([...idsOf(moved)].sort()).toEqual([1, 2, 3]);
      }),
    );
    expect(withMoved(withMoved(draft.lessons, 1, 1), 1, -1)).toEqual(draft.lessons);
  });

  it('get a number of their own when one is added', () => {
    expect(idsOf(withLesson(draft.lessons))).toEqual([1, 2, 3, 4]);
    expect(idsOf(withLesson([]))).toEqual([1]);
  });
});

describe('isBegun', () => {
  it('is so from the first word or tick', () => {
    expect(isBegun(emptyDraft)).toBe(false);
    expect(isBegun({ ...emptyDraft, competenceCodes: ['1.1'] })).toBe(true);
    expect(isBegun({ ...emptyDraft, summary: 'a' })).toBe(true);
    expect(isBegun(draft)).toBe(true);
  });
});
