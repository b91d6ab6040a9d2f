import { expect, test, vi } from 'vitest';
import { sandboxWarning } from './sandbox-warning.ts';

test('that processes are not cut off is said once for each reason', () => {
  const warn = vi.fn();
  const warnOnce = sandboxWarning({ warn });
  warnOnce('seccomp: EPERM');
  warnOnce('seccomp: EPERM');
  warnOnce('prctl(PR_SET_DUMPABLE): EPERM');
  expect(warn.mock.calls).toEqual(
    ['seccomp: EPERM', 'prctl(PR_SET_DUMPABLE): EPERM'].map((reason) => [expect.any(String), { reason }]),
  );
});
