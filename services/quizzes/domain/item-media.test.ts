import { expect, test } from 'vitest';
import { embeddedFile } from './formats/embedded-file.ts';
import { measured } from './item-media.ts';
import type { Question } from './question.ts';

test('a film is as long as the bank has measured, whatever its author says', () => {
  const bytes = new Uint8Array(5_000);
  bytes.set(Buffer.from('\0\0\0\u0018ftypisom', 'latin1'));
  const { bytes: _, ...film } = embeddedFile(bytes) ?? { fileId: '', mediaType: '', bytes };
  expect(film).toMatchObject({ mediaType: 'video/mp4', byteLength: 5_000 });
  const said = { fileId: film.fileId, mediaType: film.mediaType, alt: 'Phim', byteLength: 1 };
  const question = { kind: 'true-false', media: [said] } as unknown as Question;
  expect(measured(question, new Map([[film.fileId, film]])).media).toEqual([{ ...film, alt: 'Phim' }]);
});
