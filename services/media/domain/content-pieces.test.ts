import { expect, test } from 'vitest';
import { COMPARING, contentOf, notedOf, noteOf, piecesOf } from './content-pieces.ts';

const GIB = 1024 ** 3;

test('files to 4 GiB are read whole, and the longest there may be in pieces whose notes one item holds', () => {
  expect(piecesOf(4 * GIB, COMPARING)).toEqual([{ fromByte: 0, toByte: 4 * GIB }]);
  const pieces = piecesOf(48 * GIB, COMPARING);
  expect(pieces).toHaveLength(48);
  expect(pieces.at(-1)).toMatchObject({ fromByte: 47 * GIB, toByte: 48 * GIB });
  expect(pieces.map((piece) => noteOf(piece, 'f'.repeat(64))).join('').length).toBeLessThan(8 * 1024);
});

test('the note of a piece is found among others, and not that of a piece of another length', () => {
  const notes = [noteOf({ fromByte: 0, toByte: 10 }, 'aa'), noteOf({ fromByte: 10, toByte: 20 }, 'bb')];
  expect(notedOf({ fromByte: 10, toByte: 20 }, notes)).toBe('bb');
  expect(notedOf({ fromByte: 0, toByte: 20 }, notes)).toBeUndefined();
});

test('a content in one piece is called by its SHA-256, one in several by all of them in their order', () => {
  const pieces = piecesOf(20, { wholeBytes: 10, pieceBytes: 10, forMs: 0 });
  expect(contentOf(pieces.slice(0, 1), ['aa'])).toBe('aa');
  const names = [
    contentOf(pieces, ['aa', 'bb']),
    contentOf(pieces, ['bb', 'aa']),
    contentOf(piecesOf(22, { wholeBytes: 11, pieceBytes: 11, forMs: 0 }), ['aa', 'bb']),
  ];
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^PIECES-[0-9a-f]{64}$/);
});
