import type { BodyOf } from '../api/types.ts';

type Playable = BodyOf<'listCourseMedia'>['media'][number];
export type ShownDocument = NonNullable<Playable['document']>;
export type ShownImage = NonNullable<Playable['image']>;

/** Where the picture of a page lies; pages count from 1. */
export const pageAddress = ({ folder }: Pick<ShownDocument, 'folder'>, page: number, width: number): string =>
  `${folder}/${String(page).padStart(4, '0')}-${width}.webp`;

/** Where a picture lies in one size and format. */
export const imageAddress = (
  { folder }: Pick<ShownImage, 'folder'>,
  width: number,
  format: 'avif' | 'webp' | 'jpg',
): string => `${folder}/w${width}.${format}`;

/** What a browser chooses from: every width with its address. */
export const srcSet = (widths: readonly number[], addressAt: (width: number) => string): string =>
  widths.map((width) => `${addressAt(width)} ${width}w`).join(', ');
