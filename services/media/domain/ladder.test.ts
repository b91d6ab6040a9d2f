import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseRungs, parentsOf, pruneRungs } from './ladder.ts';

const shape = (width: number, height: number) =>
  chooseRungs({ width, height }, 'camera').map((rung) => `${rung.name} ${rung.width}x${rung.height}`);

const SMALL = ['480p 854x480', '360p 640x360', '240p 426x240'];
const FULL = ['1080p 1920x1080', '720p 1280x720', ...SMALL];

test.each([
  ['1080p', 1920, 1080, FULL],
  ['4K', 3840, 2160, FULL],
  [
    'cropped 1080p',
    1920,
    1032,
    ['1080p 1920x1032', '720p 1340x720', ...['480p 894x480', '360p 670x360', '240p 446x240']],
  ],
  ['upright', 720, 1280, ['720p 720x1280', '480p 480x854', '360p 360x640', '240p 240x426']],
  ['laptop', 1366, 768, ['720p 1280x720', ...SMALL]],
  ['360p', 640, 360, ['360p 640x360', '240p 426x240']],
  ['240p', 426, 240, ['240p 426x240']],
  ['smaller', 320, 180, ['240p 320x180']],
  ['odd', 321, 181, ['240p 320x180']],
  [
    'panorama',
    4096,
    1080,
    ['1080p 2592x684', '720p 1728x456', '480p 1152x304', '360p 864x228', '240p 576x152'],
  ],
])('a source in %s (%d × %d) is published as %j', (_, width, height, expected) => {
  expect(shape(width, height)).toEqual(expected);
});

test('no rendition is larger than its source or the one before it, odd, or misshapen', () => {
  const side = fc.integer({ min: 2, max: 8192 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const rungs = chooseRungs({ width, height }, 'camera');
      expect(rungs.at(-1)?.name).toBe('240p');
      let above = { width, height };
      for (const rung of rungs) {
        expect([rung.width % 2, rung.height % 2]).toEqual([0, 0]);
        expect(rung.width).toBeLessThanOrEqual(above.width);
        expect(rung.height).toBeLessThanOrEqual(above.height);
        // Rounding to even sides moves each by less than 2.
        expect(Math.abs(rung.width * height - rung.height * width)).toBeLessThanOrEqual(2 * (width + height));
        above = rung;
      }
    }),
  );
});

test('each rung is scaled from the smallest one that is half as large again', () => {
  expect(parentsOf(chooseRungs({ width: 1920, height: 1080 }, 'camera'))).toEqual(['source', 0, 1, 1, 3]);
  expect(parentsOf(chooseRungs({ width: 480, height: 854 }, 'camera'))).toEqual(['source', 'source', 1]);
});

const rates = (...bits: number[]) =>
  bits.map((bitsPerSecond, i) => ({
    name: (['1080p', '720p', '480p', '360p', '240p'] as const).slice(-bits.length)[i]!,
    bitsPerSecond,
  }));

test('a rung that saves less than a fifth of the next one kept is left out, the smallest never', () => {
  expect(pruneRungs(rates(4000, 2000, 900, 500, 250))).toHaveLength(5);
  expect(pruneRungs(rates(215, 190, 160, 120, 115))).toEqual(['1080p', '480p', '360p', '240p']);
  expect(pruneRungs(rates(100, 99, 98, 97, 96))).toEqual(['1080p', '240p']);
  expect(pruneRungs(rates(100, 80, 64))).toEqual(['480p', '360p', '240p']);
  expect(pruneRungs(rates(50))).toEqual(['240p']);
  expect(pruneRungs([])).toEqual([]);
});

test('what is left after pruning is the top, the smallest, and steps of a fifth between', () => {
  const measured = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(measured, (bits) => {
      const all = rates(...bits);
      const kept = pruneRungs(all).map((name) => all.find((rung) => rung.name === name)!);
      expect(kept[0]).toBe(all[0]);
      expect(kept.at(-1)).toBe(all.at(-1));
      for (const [i, rung] of kept.slice(1, -1).entries())
        expect(rung.bitsPerSecond).toBeLessThanOrEqual(0.8 * kept[i]!.bitsPerSecond);
    }),
  );
});
