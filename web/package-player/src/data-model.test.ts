import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewingRoutes } from '../../../services/viewing/contract.ts';
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
    const { body } = viewingRoutes.commitPackage;
    const long = fc.string({ minLength: 250, maxLength: 260 });
    const value = fc.oneof(fc.anything(), long, fc.double().map(String), fc.constant('9999:59:59.99'));
    const score = fc.record({ raw: value, min: value, max: value }, { requiredKeys: [] });
    const core = fc.record(
      { lesson_status: value, lesson_location: value, session_time: value, score },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(core, value, fc.double({ min: 0, max: 1e6, noNaN: true }), (said, data, seen) => {
        body.parse(commitOf({ core: said, suspend_data: data }, seen));
      }),
    );
    body.parse(commitOf({ suspend_data: 'x'.repeat(5_000_000) }, 0));
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
