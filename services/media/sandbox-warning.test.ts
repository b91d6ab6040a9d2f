import { expect, test, vi } from 'vitest';
import { sandboxWarning } from './sandbox-warning.ts';

test('that processes are not cut off is said once, with the reason', () => {
  const warn = vi.fn();
  const warnOnce = sandboxWarning({ warn });
  warnOnce('seccomp: EPERM');
  warnOnce('seccomp: EPERM');
  expect(warn.mock.calls).toEqual([[expect.any(String), { reason: 'seccomp: EPERM' }]]);
});
