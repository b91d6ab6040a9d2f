import { expect, it } from 'vitest';
import { cellOf, hundredthsOf, isByReader, movedBy, placeTouched, withMark } from './places-on-picture.ts';

it('names the squares of the grid, its last edges included', () => {
  expect(
    [
      [0, 0],
      [99, 100],
      [350, 999],
      [1000, 1000],
    ].map(([x = 0, y = 0]) => cellOf({ x, y })),
  ).toEqual(['A1', 'A2', 'D10', 'J10']);
});

it('measures a touch in thousandths of the picture as it is drawn, and never beside it', () => {
  const box = { left: 20, top: 100, width: 300, height: 600 };
  expect(placeTouched({ clientX: 170, clientY: 250 }, box)).toEqual({ x: 500, y: 250 });
  expect(placeTouched({ clientX: 19, clientY: 701 }, box)).toEqual({ x: 0, y: 1000 });
});

it('lets the first mark give way once all are set', () => {
  const at = (x: number) => ({ x, y: 0 });
  expect(withMark([], at(1), 2)).toEqual([at(1)]);
  expect(withMark([at(1)], at(2), 2)).toEqual([at(1), at(2)]);
  expect(withMark([at(1), at(2)], at(3), 2)).toEqual([at(2), at(3)]);
  expect(withMark([at(1)], at(2), 1)).toEqual([at(2)]);
});

it('moves the cross by arrows, by squares with Shift, and never off the picture', () => {
  expect(movedBy({ x: 500, y: 500 }, 'ArrowLeft', false)).toEqual({ x: 480, y: 500 });
  expect(movedBy({ x: 500, y: 500 }, 'ArrowDown', true)).toEqual({ x: 500, y: 600 });
  expect(movedBy({ x: 990, y: 0 }, 'ArrowRight', true)).toEqual({ x: 1000, y: 0 });
  expect(movedBy({ x: 990, y: 0 }, 'ArrowUp', false)).toEqual({ x: 990, y: 0 });
  expect(movedBy({ x: 0, y: 0 }, 'Tab', false)).toBeUndefined();
});

it('says something new after every step, within a square too', () => {
  const steps = [500, 520, 540, 560, 580].map((x) => ({ x, y: 500 }));
  expect(new Set(steps.map(cellOf)).size).toBe(1);
  expect(new Set(steps.map((step) => hundredthsOf(step).join())).size).toBe(5);
});

it('tells a tap from the click of a screen reader', () => {
  expect(isByReader({ detail: 1, buttons: 0 })).toBe(false);
  expect(isByReader({ detail: 0, buttons: 0 })).toBe(true);
  expect(isByReader({ detail: 1, buttons: 1 })).toBe(true);
});
