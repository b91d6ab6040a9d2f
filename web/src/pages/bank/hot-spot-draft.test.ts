import fc from 'fast-check';
import { expect, test } from 'vitest';
import { astraySide, boxOf, shapeIn } from './hot-spot-draft.ts';

const place = fc.integer({ min: -50, max: 1050 });

test('a shape drawn from any corner to any other lies on the picture and is wide enough to be met', () => {
  fc.assert(
    fc.property(
      fc.record({ left: place, top: place, right: place, bottom: place }),
      fc.constantFrom('rectangle' as const, 'ellipse' as const),
      (box, kind) => {
        const { left, top, right, bottom } = boxOf(shapeIn(kind, box));
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(Math.max(right, bottom)).toBeLessThanOrEqual(1000);
        expect(Math.min(right - left, bottom - top)).toBeGreaterThanOrEqual(19);
      },
    ),
  );
});

test('a rectangle keeps its sides, and a round area takes them up', () => {
  const box = { left: 100, top: 200, right: 400, bottom: 600 };
  expect(boxOf(shapeIn('rectangle', box))).toEqual(box);
  expect(shapeIn('ellipse', box)).toEqual({
    kind: 'ellipse',
    centre: { x: 250, y: 400 },
    radiusX: 150,
    radiusY: 200,
  });
});

test('typed sides that make no area are named, and those that make one are kept as they were typed', () => {
  const box = { left: 100, top: 200, right: 400, bottom: 600 };
  expect(astraySide(box)).toBeUndefined();
  expect(astraySide({ ...box, right: 50 })).toBe('right');
  expect(astraySide({ ...box, bottom: 1010 })).toBe('bottom');
  expect(astraySide({ ...box, left: -1 })).toBe('left');
  const side = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(fc.record({ left: side, top: side, right: side, bottom: side }), (typed) => {
      fc.pre(astraySide(typed) === undefined);
      expect(boxOf(shapeIn('rectangle', typed))).toEqual(typed);
    }),
  );
});
