import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageName, planImage } from './image-plan.ts';

const widthsOf = (width: number, height: number) => {
  const plan = planImage({ width, height, frames: 1 }, 'engine/1');
  return plan.ok ? plan.value.sizes.map((size) => size.width) : plan.rejection.code;
};

test.each([
  [4000, 3000, [320, 640, 1280, 1920]],
  [1920, 1080, [320, 640, 1280, 1920]],
  [1000, 700, [320, 640, 1000]],
  [640, 640, [320, 640]],
  [100, 100, [100]],
  // A list metres long: no wider than WebP can be tall.
  [2000, 40_000, [320, 640, 819]],
])(
  '%i × %i comes in the widths that screens ask for, and never larger than it is',
  (width, height, widths) => {
    expect(widthsOf(width, height)).toEqual(widths);
  },
);

test('every size keeps the shape of the picture to within a pixel, narrowest first', () => {
  const side = fc.integer({ min: 8, max: 10_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const plan = planImage({ width, height, frames: 1 }, 'engine/1');
      if (!plan.ok) return;
      const { sizes } = plan.value;
      expect(sizes.map((size) => size.width)).toEqual(
        [...new Set(sizes.map((size) => size.width))].sort((a, b) => a - b),
      );
      for (const size of sizes) {
        expect(size.width).toBeLessThanOrEqual(width);
        expect(Math.abs(size.height - Math.max(1, (size.width * height) / width))).toBeLessThanOrEqual(0.5);
      }
    }),
  );
});

test.each([
  ['TOO_LARGE', { width: 60_000, height: 60_000, frames: 1 }],
  ['TOO_SMALL', { width: 4, height: 900, frames: 1 }],
  ['ANIMATED', { width: 400, height: 300, frames: 12 }],
])('a picture is refused as %s', (code, facts) => {
  expect(planImage(facts, 'engine/1')).toEqual({ ok: false, rejection: { code } });
});

test('a file is named by its width and format', () => {
  expect(imageName(640, 'jpg')).toBe('w640.jpg');
});
