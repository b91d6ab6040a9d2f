import { isOver, type Upload } from './upload.ts';

/** A file of a batch: its length, and the most of it that had gone out. Bytes. */
type Share = { readonly bytes: number; readonly gone: number };

/**
 * Files that were sent together, by their ids. What has gone out of them never becomes less: a part that breaks is sent
 * again, a finished file stays counted when it is put away, and one that is dropped leaves behind what had gone out.
 */
export type Batch = ReadonlyMap<string, Share>;

type Counted = Pick<Upload, 'id' | 'bytes' | 'sentBytes' | 'phase'>;

const goneOf = (upload: Counted): number => (isOver(upload) ? upload.bytes : upload.sentBytes);

/** A new batch of what is sent from now on. */
export const batchOf = (uploads: readonly Counted[]): Batch =>
  new Map(uploads.map((one) => [one.id, { bytes: one.bytes, gone: goneOf(one) }]));

/** The batch after a file has got on; nothing to it if the file is none of it. */
export const gotOn = (batch: Batch, upload: Counted): Batch => {
  const was = batch.get(upload.id);
  const gone = Math.max(was?.gone ?? 0, goneOf(upload));
  return was && gone > was.gone ? new Map(batch).set(upload.id, { ...was, gone }) : batch;
};

/** The batch after a file was taken out of it. It may come back, and is then counted from its beginning. */
export const tookOff = (batch: Batch, id: string): Batch => {
  const { gone = 0 } = batch.get(id) ?? {};
  const left = new Map(batch);
  left.delete(id);
  return gone > 0 ? left.set(`left of ${id}`, { bytes: gone, gone }) : left;
};

/** How much of a batch has gone out. Bytes. */
export const totalOf = (batch: Batch): { readonly bytes: number; readonly sentBytes: number } => {
  const shares = [...batch.values()];
  return {
    bytes: shares.reduce((sum, { bytes }) => sum + bytes, 0),
    sentBytes: shares.reduce((sum, { gone }) => sum + gone, 0),
  };
};
