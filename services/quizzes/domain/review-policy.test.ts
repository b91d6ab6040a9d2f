import { expect, test } from 'vitest';
import { releasesRightResponses } from './review-policy.ts';

const grade = (passed: boolean) => ({
  gradeNo: 1,
  scoreHundredths: passed ? 800 : 300,
  passed,
  provisional: false,
  gradedAt: '2026-11-26T02:00:00.000Z',
});
const open = { status: 'open' } as const;
const failed = { status: 'submitted', grade: grade(false) } as const;
const passed = { status: 'submitted', grade: grade(true) } as const;

test('what would have been right is said when it is of no use for passing any more', () => {
  expect(releasesRightResponses([failed], 2)).toBe(false);
  expect(releasesRightResponses([failed, failed], 2)).toBe(true);
  expect(releasesRightResponses([passed], 2)).toBe(true);
  expect(releasesRightResponses([failed, passed], 3)).toBe(true);
});

test('nothing is said while an attempt is open, not even the last one or after a pass', () => {
  expect(releasesRightResponses([open, failed], 2)).toBe(false);
  expect(releasesRightResponses([open, passed], 3)).toBe(false);
});
