import { createHash } from 'node:crypto';

/** One media segment cut from a fragmented MP4. Times and durations in ticks of the track's timescale. */
interface Fragment {
  readonly bytes: Buffer;
  readonly decodeTime: number;
  readonly samples: number;
}

/** A fragmented MP4 taken apart: the initialisation section and its fragments, in order. */
export interface Fragmented {
  readonly init: Buffer;
  readonly fragments: readonly Fragment[];
}

interface Box {
  readonly type: string;
  /** The whole box, header included; a view, not a copy. */
  readonly bytes: Buffer;
}

const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf']);

function* boxesOf(bytes: Buffer): Generator<Box> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    if (size < 8 || at + size > bytes.length) throw new Error(`broken box at ${at}`);
    yield { type: bytes.toString('latin1', at + 4, at + 8), bytes: bytes.subarray(at, at + size) };
    at += size;
  }
}

/** Finds the first box of a type, at any depth. */
function find(bytes: Buffer, type: string): Buffer | undefined {
  for (const box of boxesOf(bytes)) {
    if (box.type === type) return box.bytes;
    const inner = CONTAINERS.has(box.type) ? find(box.bytes.subarray(8), type) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

export function findAll(bytes: Buffer, type: string): Buffer[] {
  return [...boxesOf(bytes)].flatMap((box) => {
    if (box.type === type) return [box.bytes];
    return CONTAINERS.has(box.type) ? findAll(box.bytes.subarray(8), type) : [];
  });
}

function demand(bytes: Buffer, type: string): Buffer {
  const found = find(bytes, type);
  if (!found) throw new Error(`no ${type} box`);
  return found;
}

function describeFragment(moof: Buffer, mdat: Buffer, sequence: number): Fragment {
  const bytes = Buffer.concat([moof, mdat]);
  // The muxer counts from 1 in every chunk; numbering by place makes a segment independent of who encoded it.
  demand(bytes, 'mfhd').writeUInt32BE(sequence, 12);
  const tfdt = demand(moof, 'tfdt');
  const samples = findAll(moof, 'trun').reduce((sum, trun) => sum + trun.readUInt32BE(12), 0);
  const decodeTime = tfdt[8] === 1 ? Number(tfdt.readBigUInt64BE(12)) : tfdt.readUInt32BE(12);
  return { bytes, decodeTime, samples };
}

/**
 * Takes apart a fragmented MP4 that our own muxer wrote; `firstIndex` is the place of its first fragment within
 * the lecture. Throws when it is not one, for then the child did not finish.
 */
export function splitFragments(file: Buffer, firstIndex: number): Fragmented {
  const init: Buffer[] = [];
  const fragments: Fragment[] = [];
  let moof: Buffer | undefined;
  for (const { type, bytes } of boxesOf(file)) {
    if (type === 'ftyp' || type === 'moov') init.push(bytes);
    if (type === 'moof') moof = bytes;
    if (type === 'mdat' && moof) {
      fragments.push(describeFragment(moof, bytes, firstIndex + fragments.length + 1));
      moof = undefined;
    }
  }
  if (moof) throw new Error('moof without mdat');
  return { init: Buffer.concat(init), fragments };
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The RFC 6381 string of the H.264 track an initialisation section describes, for example `avc1.4d401e`. */
export function avcCodecString(init: Buffer): string {
  const at = init.indexOf('avcC', 0, 'latin1');
  if (at < 0) throw new Error('no avcC box');
  return `avc1.${init.toString('hex', at + 5, at + 8)}`;
}
