import { describe, expect, it } from 'vitest';
import type { Problem } from '../api/types.ts';
import { createRecovery } from './recovery.ts';

const refusal = (code: string, status: number): Problem => ({ type: '', code, title: '', status });

describe('a file that was refused while it played', () => {
  it('starts anew with another pass, once at one place, and again where it went on', async () => {
    let place = 20;
    const recover = createRecovery(
      async () => undefined,
      () => place,
    );
    expect(await recover('refused')).toBe('start-anew');
    expect(await recover('refused')).toBe('refused');
    place = 600;
    expect(await recover('refused'), 'the phone slept once more').toBe('start-anew');
  });

  it.each([
    ['not-found', 404, 'gone'],
    ['enrolment-needed', 403, 'for-learners'],
    ['sign-in-needed', 401, 'refused'],
    ['offline', 0, 'offline'],
    ['try-again', 503, 'other'],
    ['too-many-requests', 429, 'other'],
  ] as const)('is told as what the service says of the pass: %s', async (code, status, fault) => {
    const recover = createRecovery(
      async () => refusal(code, status),
      () => 0,
    );
    expect(await recover('undecodable')).toBe(fault);
  });
});
