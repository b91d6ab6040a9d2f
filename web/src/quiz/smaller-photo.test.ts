import { expect, it } from 'vitest';
import { drawnSize } from './smaller-photo.ts';

it.each([
  [8160, 6120, 2200, 1650],
  [3000, 4000, 1650, 2200],
  [1200, 900, 1200, 900],
])('draws a photo of %i × %i as %i × %i', (width, height, drawnWidth, drawnHeight) => {
  expect(drawnSize(width, height)).toEqual({ width: drawnWidth, height: drawnHeight });
});
