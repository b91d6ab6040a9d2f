import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isOfStranger,
  isShowable,
  isWithdrawn,
  type KeptEntry,
  keptKey,
  MAX_AGE_MS,
  MAX_CHARS,
  SHAPE,
  surplus,
} from './keeping.ts';

const NOW = 2 * MAX_AGE_MS;

describe('keptKey', () => {
  it('is one for everybody, or one per person, or none', () => {
    expect(keptKey('listCourses', '/v1/courses', undefined)).toBe(keptKey('listCourses', '/v1/courses', 'A'));
    expect(keptKey('getMe', '/v1/me', 'A')).not.toBe(keptKey('getMe', '/v1/me', 'B'));
    expect(keptKey('getMe', '/v1/me', undefined)).toBeUndefined();
  });

  it('is nobody’s own when it is for everybody', () => {
    expect(isOfStranger(keptKey('listCourses', '/v1/courses', 'A') ?? '', new Set())).toBe(false);
  });

  it('keeps no register, no item bank, no right answers and nothing that changes something', () => {
    for (const name of ['listPeople', 'listClassMembers', 'listBankItems', 'reviewAttempt', 'enrol'] as const)
      expect(keptKey(name, '/v1/x', 'A')).toBeUndefined();
  });

  it('never lets two people share an entry of their own', () => {
    const person = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{1,26}$/);
    const address = fc.webPath();
    fc.assert(
      fc.property(person, person, address, address, (one, other, here, there) => {
        fc.pre(one !== other);
        const key = keptKey('getMe', here, one) ?? '';
        expect(key).not.toBe(keptKey('getMe', there, other));
        expect([new Set([one]), new Set([other])].map((here) => isOfStranger(key, here))).toEqual([
          false,
          true,
        ]);
      }),
    );
  });
});

describe('isShowable', () => {
  const good = { shape: SHAPE, at: NOW, chars: 2, body: { courses: [] } };

  it('takes what was kept in this shape, with the lists that pages go through', () => {
    expect(isShowable('listCourses', good)).toBe(true);
    expect(isShowable('getLesson', { ...good, body: { text: '' } })).toBe(true);
  });

  it.each([
    ['of an earlier shape', { ...good, shape: SHAPE - 1 }],
    ['of no shape', { at: NOW, body: { courses: [] } }],
    ['without its list', { ...good, body: {} }],
    ['with something else for its list', { ...good, body: { courses: 'none' } }],
    ['without a body', { ...good, body: null }],
    ['of no known time', { ...good, at: undefined }],
    ['that is no entry at all', 'text'],
    ['that is not there', undefined],
  ])('drops an answer %s', (_, stored) => {
    expect(isShowable('listCourses', stored)).toBe(false);
  });

  it('never throws, whatever lies there', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(isShowable('getCourse', stored)).toBe(false);
      }),
    );
  });
});

describe('surplus', () => {
  const entry = fc.record({
    key: fc.uuid(),
    at: fc.nat(NOW),
    chars: fc.nat(MAX_CHARS),
  });

  it('leaves what is young and fits, newest first, and all that is pinned', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: ({ key }) => key }),
        fc.func(fc.boolean()),
        (all, pick) => {
          const pinned = new Set(all.filter(({ key }) => pick(key)).map(({ key }) => key));
          const gone = new Set(surplus(all, NOW, pinned));
          const left = all.filter(({ key }) => !gone.has(key) && !pinned.has(key));
          expect([...gone].some((key) => pinned.has(key))).toBe(false);
          expect(left.reduce((sum, { chars }) => sum + chars, 0)).toBeLessThanOrEqual(MAX_CHARS);
          expect(left.every(({ at }) => NOW - at <= MAX_AGE_MS)).toBe(true);
        },
      ),
    );
  });

  it('removes nothing while there is room', () => {
    const few: KeptEntry[] = [1, 2, 3].map((n) => ({ key: `k${n}`, at: NOW - n, chars: 1000 }));
    expect(surplus(few, NOW, new Set())).toEqual([]);
    expect(surplus([{ key: 'old', at: 0, chars: 1 }], NOW, new Set())).toEqual(['old']);
  });
});

it('an answer is withdrawn when it is gone or forbidden, not when the service is busy', () => {
  expect([401, 403, 404, 410, 429, 500, 0].filter(isWithdrawn)).toEqual([403, 404, 410]);
});
