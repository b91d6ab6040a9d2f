import { createHash } from 'node:crypto';
import { partsOf } from './upload-parts.ts';

const GIB = 1024 ** 3;

/** How files are read to be compared. */
export type Comparing = {
  /** Longest file that is read in one go, bytes: its SHA-256 is then the one that its sender may have said. */
  readonly wholeBytes: number;
  /** Of a longer one, what is read in one go. */
  readonly pieceBytes: number;
  /** Milliseconds after which one look begins no further piece; the next look goes on. */
  readonly forMs: number;
};

/** For a function of five minutes. A piece takes 11 s, or 100 s where the line gives a tenth of what it should. */
export const COMPARING: Comparing = { wholeBytes: 4 * GIB, pieceBytes: GIB, forMs: 3 * 60_000 };

/**
 * For a worker. With the piece that it is at when the time is over it is done before the sweeper takes it for dead, and
 * within a part's quarter of an hour on a slow line, too: 4 GiB that are read in one go take seven minutes there.
 */
export const WORKER_COMPARING: Comparing = { ...COMPARING, forMs: 6 * 60_000 };

/** Milliseconds of a look after which nothing long is begun in the same delivery. */
const LONG_LOOK = 60_000;
export const isLongLook = (beganAt: string, at: string): boolean =>
  Date.parse(at) - Date.parse(beganAt) >= LONG_LOOK;

/** A stretch of a file: `fromByte` inclusive, `toByte` exclusive. */
export type Piece = { readonly fromByte: number; readonly toByte: number };

/** What a file of this length is read in, in order. */
export const piecesOf = (bytes: number, { wholeBytes, pieceBytes }: Comparing): Piece[] =>
  bytes <= wholeBytes ? [{ fromByte: 0, toByte: bytes }] : partsOf(bytes, pieceBytes);

/** How a piece that was read is noted. With its place, so that notes of pieces of another length mean nothing else. */
export const noteOf = ({ fromByte, toByte }: Piece, sha256: string): string =>
  `${fromByte}-${toByte}:${sha256}`;

/** What was noted of a piece; undefined when nothing was. */
export function notedOf(piece: Piece, notes: readonly string[]): string | undefined {
  const place = noteOf(piece, '');
  return notes.find((note) => note.startsWith(place))?.slice(place.length);
}

/** Names the content of a file by the SHA-256 of its pieces: by their own where there are several. */
export function contentOf(pieces: readonly Piece[], digests: readonly string[]): string {
  const [only = '', ...more] = digests;
  if (more.length === 0) return only;
  const notes = pieces.map((piece, index) => noteOf(piece, digests[index] ?? ''));
  return `PIECES-${createHash('sha256').update(notes.join()).digest('hex')}`;
}
