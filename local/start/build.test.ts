import { expect, it } from 'vitest';
import { whatWentWrong } from './build.ts';

it('names the cause of a failed build, however many frames its stack has', () => {
  const frames = Array.from({ length: 30 }, (_, n) => `    at step${n} (file:///site/vite/node.js:${n}:1)`);
  const output = ['error during build:', '', 'Error: failed to resolve import "x"', ...frames].join('\n');
  expect(whatWentWrong(output)).toBe('error during build:\nError: failed to resolve import "x"');
});
