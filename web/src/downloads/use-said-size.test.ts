import { type ComponentChildren, h } from 'preact';
import renderToString from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { useSaidSize } from './use-said-size.ts';

/** What a page says of some sizes. */
const said = (which: 'size' | 'most', sizes: readonly number[]): string => {
  const Line = (): ComponentChildren => sizes.map(useSaidSize()[which]).join(' | ');
  return renderToString(h(Line, {})).replaceAll('\u00a0', ' ');
};

it('says a size as people do: nothing as less than a tenth, tenths below ten, and whole numbers from there', () => {
  expect(said('size', [0, 99_999, 100_000, 2_000_000, 9_960_000, 52_349_000])).toBe(
    'dưới 0,1 MB | dưới 0,1 MB | 0,1 MB | 2 MB | 10 MB | 52 MB',
  );
});

it('says of little that it is little, and never that it is at most less than something', () => {
  expect(said('most', [6_000, 2_345_678])).toBe('dưới 0,1 MB | nhiều nhất 2,3 MB');
});
