import type { ContentStore, SizedFile } from '../content-store.ts';
import {
  COMPARING,
  type Comparing,
  notedOf,
  noteOf,
  type Piece,
  piecesOf,
} from '../domain/content-pieces.ts';
import type { Recording } from '../domain/recording.ts';
import type { Sources } from '../sources.ts';
import type { RecordingStore } from '../store.ts';

export type CompareTools = {
  readonly store: RecordingStore;
  readonly contents: ContentStore;
  readonly sources: Pick<Sources, 'sha256'>;
  readonly comparing?: Comparing;
  /** The present instant: what is read for this takes minutes. */
  readonly now: () => string;
};

/** One look at files of one length: what it has no time for is `undefined`, and left to the next. */
export type Look = {
  /** SHA-256 of every piece of a file, in order. */
  digests(recording: Recording): Promise<string[] | undefined>;
  /** Whether a file has these pieces. It is read no further than to the first that differs. */
  hasPieces(recording: Recording, digests: readonly string[]): Promise<boolean | undefined>;
};

/**
 * Begins a look at `files` for one that arrived, of which it notes before each piece that somebody is at it. Each piece is
 * noted as soon as it was read and never read again, so that looks may come twice and any may be the last for a while. At
 * least one piece is read by each.
 */
export function lookAt(tools: CompareTools, was: Recording, files: readonly SizedFile[]): Look {
  const { comparing = COMPARING } = tools;
  const { bytes } = was;
  const pieces = piecesOf(bytes, comparing);
  const endsAt = Date.parse(tools.now()) + comparing.forMs;
  let hasRead = false;
  const digestOf = async ({ assetId, source }: Recording, piece: Piece): Promise<string | undefined> => {
    const file = files.find((one) => one.assetId === assetId);
    const known = pieces.length === 1 ? file?.sha256 : notedOf(piece, file?.pieces ?? []);
    if (known) return known;
    if (!source || (hasRead && Date.parse(tools.now()) >= endsAt)) return undefined;
    hasRead = true;
    await tools.store.saveMoved(was, tools.now());
    const sha256 = await tools.sources.sha256({ assetId, objectVersion: source.objectVersion }, piece);
    if (pieces.length === 1) await tools.contents.saveHash(bytes, assetId, sha256);
    else await tools.contents.savePiece(bytes, assetId, noteOf(piece, sha256));
    return sha256;
  };
  return {
    async digests(recording) {
      const digests: string[] = [];
      for (const piece of pieces) {
        const digest = await digestOf(recording, piece);
        if (!digest) return undefined;
        digests.push(digest);
      }
      return digests;
    },
    async hasPieces(recording, digests) {
      for (const [index, piece] of pieces.entries()) {
        const digest = await digestOf(recording, piece);
        if (!digest) return undefined;
        if (digest !== digests[index]) return false;
      }
      return true;
    },
  };
}
