import { expect, it } from 'vitest';
import { nextReport } from './next-report.ts';

it('is written half an hour after midnight in Ho Chi Minh City, about the day before', () => {
  expect(nextReport('2026-11-26T02:00:00.000Z')).toEqual({
    at: '2026-11-26T17:30:00.000Z',
    about: '2026-11-26',
  });
  // 00:10 on the 27th: the summary of the 26th is still to come.
  expect(nextReport('2026-11-26T17:10:00.000Z')).toEqual({
    at: '2026-11-26T17:30:00.000Z',
    about: '2026-11-26',
  });
  expect(nextReport('2026-11-26T17:30:00.000Z').about).toBe('2026-11-27');
});
