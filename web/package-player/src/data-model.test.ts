import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitOf, modelOf, secondsOf, timespanOf } from './data-model.ts';
import type { Start } from './protocol.ts';

const fresh: Start = {
  ...{ location: '', suspendData: '', totalSeconds: 0, earlierSessions: 0 },
  status: 'not attempted',
};

describe('the data model of a package', () => {
  it('says nothing of who the learner is, and that it is the first time', () => {
    const { core } = modelOf(fresh);
    expect(core).toMatchObject({ student_name: 'Học viên', entry: 'ab-initio', total_time: '00:00:00' });
  });

  it('has again what was kept', () => {
    const start = { ...fresh, location: 'trang 3', suspendData: 'a=1', score: { raw: 8, max: 10 } };
    expect(modelOf({ ...start, totalSeconds: 3_725, earlierSessions: 2 })).toMatchObject({
      core: {
        ...{ lesson_location: 'trang 3', entry: 'resume', total_time: '01:02:05' },
        score: { raw: '8', max: '10' },
      },
      suspend_data: 'a=1',
    });
  });
});

describe('what is kept of it', () => {
  it('is what the standard knows', () => {
    const core = {
      lesson_status: 'passed',
      lesson_location: 'cuối',
      score: { raw: '85', min: '', max: '100' },
    };
    expect(commitOf({ core: { ...core, session_time: '00:01:30.50' }, suspend_data: 'x' }, 999)).toEqual({
      ...{ status: 'passed', location: 'cuối', suspendData: 'x', sessionSeconds: 90 },
      score: { raw: 85, max: 100 },
    });
  });

  it('has the time that was seen where the package tells none', () => {
    expect(commitOf({ core: { session_time: '00:00:00' } }, 41.7).sessionSeconds).toBe(41);
  });

  it('is something the service takes, whatever a package made of it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.double(), (core, score) => {
        const commit = commitOf({ core: { ...core, score: { raw: score } } }, 5);
        expect(commit.sessionSeconds).toBeLessThanOrEqual(86_400);
        expect(commit.score?.raw ?? 0).toBeGreaterThanOrEqual(0);
        expect(commit.score?.raw ?? 0).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('writes times as the standard does, and reads them back', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), (seconds) => {
        expect(secondsOf(timespanOf(seconds))).toBe(seconds);
      }),
    );
    expect(secondsOf('quick')).toBe(0);
  });
});
