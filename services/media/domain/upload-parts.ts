/** A stretch of the announced file: `fromByte` inclusive, `toByte` exclusive. Parts are numbered from 1. */
export interface PartRange {
  readonly partNumber: number;
  readonly fromByte: number;
  readonly toByte: number;
}

/** A part as the bucket holds it. */
export interface StoredPart {
  readonly partNumber: number;
  readonly etag: string;
  readonly bytes: number;
}

/** Bytes of the smallest part size in use. S3 wants at least 5 MiB, of all parts but the last. */
export const SMALLEST_PART_BYTES = 8 * 1024 ** 2;
/** S3 takes 10,000 parts; a tenth of it is listed in two answers, and joined by a request of 100 kB. */
const MOST_PARTS = 1024;

/** How large the parts of a file are: doubled until there are few enough. Follows from its length alone. */
export function partBytesOf(bytes: number): number {
  let partBytes = SMALLEST_PART_BYTES;
  while (partBytes * MOST_PARTS < bytes) partBytes *= 2;
  return partBytes;
}

/** How a file of `bytes` is cut into parts; only the last may be shorter. */
export function partsOf(bytes: number, partBytes = partBytesOf(bytes)): PartRange[] {
  return Array.from({ length: Math.ceil(bytes / partBytes) }, (_, index) => ({
    partNumber: index + 1,
    fromByte: index * partBytes,
    toByte: Math.min(bytes, (index + 1) * partBytes),
  }));
}

const isStored = ({ partNumber, fromByte, toByte }: PartRange, stored: readonly StoredPart[]) =>
  stored.some((part) => part.partNumber === partNumber && part.bytes === toByte - fromByte);

/** The parts still to be sent: a part of the wrong length counts as not sent. */
export const missingParts = (planned: readonly PartRange[], stored: readonly StoredPart[]): PartRange[] =>
  planned.filter((part) => !isStored(part, stored));

const bare = (etag: string) => etag.replaceAll('"', '');

/**
 * Whether the stored parts are the whole file and those the uploader means. An uploader that went on after a break
 * may name only the parts it sent since.
 */
export function partsFit(
  planned: readonly PartRange[],
  stored: readonly StoredPart[],
  named: readonly Pick<StoredPart, 'partNumber' | 'etag'>[],
): boolean {
  const etags = new Map(stored.map(({ partNumber, etag }) => [partNumber, bare(etag)]));
  return (
    stored.length === planned.length &&
    missingParts(planned, stored).length === 0 &&
    named.every(({ partNumber, etag }) => etags.get(partNumber) === bare(etag))
  );
}
