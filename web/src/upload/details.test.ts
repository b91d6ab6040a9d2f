import { describe, expect, it } from 'vitest';
import { OWN_WORK } from '../materials/choices.ts';
import {
  type Details,
  detailsOf,
  emptyDetails,
  faultsOf,
  shortName,
  shownNow,
  titleFrom,
} from './details.ts';

const own: Details = { ...emptyDetails, licence: OWN_WORK, source: 'Tổ Tin học', people: 'nobody' };

describe('the details of an upload', () => {
  it('are complete with the centre’s own work in which nobody is shown', () => {
    expect(faultsOf(emptyDetails)).toEqual(['licence', 'source', 'people']);
    expect(faultsOf(own)).toEqual([]);
    expect(detailsOf(own, '')).toEqual({
      language: 'vi',
      competenceCodes: [],
      licence: OWN_WORK,
      source: 'Tổ Tin học',
      peopleShown: 'nobody',
    });
  });

  it('lose a consent when somebody else is shown', () => {
    const agreed: Details = { ...own, people: 'adults', adultsAgreed: true };
    const back = { ...agreed, ...shownNow('nobody'), ...shownNow('adults') };
    expect(faultsOf(back)).toEqual(['consent']);
  });

  it('name where a file comes from, and the licence that is not in the list', () => {
    expect(faultsOf({ ...own, source: ' ' })).toEqual(['source']);
    expect(faultsOf({ ...own, licence: 'other', source: 'NXB Trẻ' })).toEqual(['licence']);
    const named: Details = { ...own, licence: 'other', otherLicence: ' Thỏa thuận 12 ', source: 'NXB Trẻ' };
    expect(faultsOf(named)).toEqual([]);
    expect(detailsOf(named, '')).toMatchObject({ licence: 'Thỏa thuận 12', source: 'NXB Trẻ' });
  });

  it.each<[Partial<Details>, boolean]>([
    [{ people: 'adults' }, false],
    [{ people: 'adults', adultsAgreed: true }, true],
    [{ people: 'children', parentsAgreed: true }, false],
    [{ people: 'children', childrenAgreed: true }, false],
    [{ people: 'children', adultsAgreed: true }, false],
    [{ people: 'children', parentsAgreed: true, childrenAgreed: true }, true],
  ])('show people only when they agreed, children with both consents: %j', (said, isEnough) => {
    const details = { ...own, ...said };
    expect(faultsOf(details)).toEqual(isEnough ? [] : ['consent']);
    expect('peopleShown' in detailsOf(details, '')).toBe(isEnough);
  });

  it('name a lesson only with its course, and no more competences than the service takes', () => {
    expect(detailsOf(own, '3')).not.toHaveProperty('lessonNo');
    expect(detailsOf({ ...own, courseId: 'c' }, '3')).toMatchObject({ courseId: 'c', lessonNo: 3 });
    expect(faultsOf({ ...own, competenceCodes: Array(13).fill('1.1') })).toEqual(['codes']);
  });
});

it('makes a title of a file name, and keeps the ending of a long name', () => {
  expect(titleFrom('Bai_giang_01.mp4')).toBe('Bai giang 01');
  expect(titleFrom('.mp4')).toBe('');
  expect(shortName(`${'a'.repeat(300)}.mp4`)).toMatch(/^a{196}\.mp4$/);
});
