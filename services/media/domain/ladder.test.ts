import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseRungs } from './ladder.ts';

const shape = (width: number, height: number) =>
  chooseRungs({ width, height }).map((rung) => `${rung.name} ${rung.width}x${rung.height}`);

test.each([
  [1920, 1080, ['480p 854x480', '240p 426x240']],
  [1080, 1920, ['480p 480x854', '240p 240x426']],
  [640, 360, ['360p 640x360', '240p 426x240']],
  [426, 240, ['240p 426x240']],
  [320, 180, ['240p 320x180']],
  [321, 181, ['240p 320x180']],
])('a source of %dx%d is published as %j', (width, height, expected) => {
  expect(shape(width, height)).toEqual(expected);
});

test('no rendition is larger than its source, odd, or misshapen', () => {
  const side = fc.integer({ min: 2, max: 8192 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const rungs = chooseRungs({ width, height });
      expect(rungs.at(-1)?.name).toBe('240p');
      for (const rung of rungs) {
        expect(rung.width % 2).toBe(0);
        expect(rung.height % 2).toBe(0);
        expect(rung.width).toBeLessThanOrEqual(width);
        expect(rung.height).toBeLessThanOrEqual(height);
        const scale = Math.min(1, Math.min(rung.width + 2, rung.height + 2) / Math.min(width, height));
        expect(rung.width).toBeLessThanOrEqual(width * scale + 2);
        expect(rung.height).toBeLessThanOrEqual(height * scale + 2);
      }
    }),
  );
});
