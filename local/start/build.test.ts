import { expect, it } from 'vitest';
import { ingredients, template, whatWentWrong } from './build.ts';

it('names the cause of a failed build, however many frames its stack has', () => {
  const frames = Array.from({ length: 30 }, (_, n) => `    at step${n} (file:///site/vite/node.js:${n}:1)`);
  const output = ['error during build:', '', 'Error: failed to resolve import "x"', ...frames].join('\n');
  expect(whatWentWrong(output)).toBe('error during build:\nError: failed to resolve import "x"');
});

it("makes the template anew when a program comes into the engine's place, or goes", () => {
  const under = (environment: NodeJS.ProcessEnv) =>
    ingredients('/checkout', { ...template, sources: [] }, environment);
  const without = under({});
  expect(under({ FFMPEG_PATH: '' })).toBe(without);
  expect(under({ FFMPEG_PATH: '/usr/bin/ffmpeg' })).not.toBe(without);
  expect(under({ FFMPEG_PATH: '/opt/ffmpeg' })).toBe(under({ FFMPEG_PATH: '/usr/bin/ffmpeg' }));
});
