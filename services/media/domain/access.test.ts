import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '#shared/contract/roles.ts';
import { accessOf, decideAccess, type Publication, type WatchedAsset } from './access.ts';

const second: WatchedAsset = { assetId: 'A', uploadedBy: 'U', courseId: 'C', lessonNo: 2 };
const first: WatchedAsset = { ...second, lessonNo: 1 };
const learner = { personId: 'P', roles: ['learner'] } as const;
const issued: Publication = { assetId: 'A', state: 'issued', version: 1 };
const withdrawn: Publication = { assetId: 'A', state: 'withdrawn', version: 2 };
const seat = { courseId: 'C', held: true };

describe('who may watch', () => {
  it('is everybody for the first lesson and for what belongs to no course', () => {
    expect(accessOf(first)).toBe('open');
    expect(accessOf({})).toBe('open');
    expect(decideAccess(first, issued, undefined, [])).toBe('granted');
  });

  it('is who holds a seat in the course for all other lessons, and nobody who gave it up', () => {
    expect(decideAccess(second, issued, learner, [seat])).toBe('granted');
    expect(decideAccess(second, issued, learner, [{ ...seat, held: false }])).toBe('enrolment-needed');
    expect(decideAccess(second, issued, learner, [{ ...seat, courseId: 'D' }])).toBe('enrolment-needed');
    expect(decideAccess(second, issued, undefined, [])).toBe('enrolment-needed');
  });

  it('is decided by the library where it has said so', () => {
    expect(accessOf(second, { access: 'open' })).toBe('open');
    expect(decideAccess(first, { ...issued, access: 'enrolled' }, learner, [])).toBe('enrolment-needed');
  });

  it('is the staff of the centre without a seat', () => {
    for (const role of ROLES.filter((one) => one !== 'learner'))
      expect(decideAccess(second, issued, { personId: 'S', roles: [role] }, [])).toBe('granted');
  });
});

describe('what was withdrawn', () => {
  it('is as closed as what nobody has appraised yet', () => {
    expect(decideAccess(first, undefined, undefined, [])).toBe('not-found');
    expect(decideAccess(second, undefined, learner, [seat])).toBe('not-found');
    expect(decideAccess(second, undefined, { personId: 'U', roles: ['teacher'] }, [])).toBe('granted');
  });

  it('is shown to nobody but its uploader and those who judge it', () => {
    const uploader = { personId: 'U', roles: ['learner'] } as const;
    expect(decideAccess(second, withdrawn, learner, [seat])).toBe('not-found');
    expect(decideAccess(second, withdrawn, { personId: 'S', roles: ['clerk'] }, [])).toBe('not-found');
    expect(decideAccess(second, withdrawn, { personId: 'T', roles: ['teacher'] }, [])).toBe('not-found');
    expect(decideAccess(second, withdrawn, uploader, [])).toBe('granted');
    expect(decideAccess(second, withdrawn, { personId: 'S', roles: ['content-staff'] }, [])).toBe('granted');
  });

  it('is closed to learners and visitors whatever else is true', () => {
    const assets = fc.record(
      {
        assetId: fc.constant('A'),
        uploadedBy: fc.constant('U'),
        courseId: fc.constant('C'),
        lessonNo: fc.nat(),
      },
      { requiredKeys: ['assetId', 'uploadedBy'] },
    );
    const viewers = fc.constantFrom(learner, undefined);
    fc.assert(
      fc.property(
        assets,
        viewers,
        fc.constantFrom('open' as const, 'enrolled' as const),
        (asset, viewer, access) => {
          expect(decideAccess(asset as WatchedAsset, { ...withdrawn, access }, viewer, [seat])).toBe(
            'not-found',
          );
        },
      ),
    );
  });
});
