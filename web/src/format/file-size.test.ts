import { expect, it } from 'vitest';
import { formatFileSize } from './file-size.ts';

it('tells no file as nothing', () => {
  expect(
    [9, 999, 12.4, 1000, 52_300, 99_999, 100_000, 2_345_678, 12_000_000_000].map((bytes) =>
      formatFileSize(bytes, 'vi'),
    ),
  ).toEqual(
    ['9 B', '999 B', '13 B', '1 KB', '53 KB', '100 KB', '0,1 MB', '2,3 MB', '12 GB'].map((said) =>
      said.replace(' ', '\u00a0'),
    ),
  );
});
