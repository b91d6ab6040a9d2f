import { AV_CODEC_ID_ALAC } from 'node-av/constants';
import type { Packet } from 'node-av/lib';
import type { TranscodePlan } from '../domain/plan.ts';
import { checked, type NodeAv, present } from './node-av.ts';
import { type Opened, packetsOf, type Source } from './source.ts';

/**
 * The container of the copy. It keeps packets and times as they are, but has no times before zero, which
 * phones' recordings begin with: the copy's clock is ahead.
 */
export const COPY_CONTAINER: Opened = 'nut';
const AHEAD_SECONDS = 3600;

/** False for `UNCOPIED_SOUND`, by which the time that the sound will take is reckoned before. */
export const canBeCopied = ({ stream }: Pick<Source, 'stream'>): boolean =>
  stream.codecpar.codecId !== AV_CODEC_ID_ALAC;

/** The plan for the copy of the sound of a source. */
export const planOfCopy = (plan: TranscodePlan): TranscodePlan => ({
  ...plan,
  t0: plan.t0 + AHEAD_SECONDS * 1e6,
});

/**
 * The packets of a source's sound, each also copied into a file, undecoded. Sound lies among the pictures: reading it
 * costs nearly the whole source, and it is needed for the measurement and for the encoding.
 */
export function* copying(av: NodeAv, source: Source, path: string): Generator<Packet> {
  const { num, den } = source.stream.timeBase;
  const ahead = BigInt(Math.round((AHEAD_SECONDS * den) / num));
  const muxer = new av.lib.FormatContext();
  checked(av, muxer.allocOutputContext2(null, COPY_CONTAINER, `file:${path}`), 'create copy');
  const stream = muxer.newStream(null);
  checked(av, source.stream.codecpar.copy(stream.codecpar), 'describe copy');
  stream.codecpar.codecTag = 0;
  stream.timeBase = source.stream.timeBase;
  checked(av, muxer.openOutputSync(), 'open copy');
  checked(av, muxer.writeHeaderSync(), 'write header');
  const timeBase = present(muxer.streams[0], 'track of the copy').timeBase;
  for (const packet of packetsOf(av, source)) {
    // Whoever decodes it has done so when the next one is asked for.
    yield packet;
    packet.pts += ahead;
    packet.dts += ahead;
    packet.rescaleTs(source.stream.timeBase, timeBase);
    packet.streamIndex = 0;
    checked(av, muxer.writeFrameSync(packet), 'copy packet');
  }
  checked(av, muxer.writeTrailerSync(), 'write trailer');
  muxer.closeOutputSync();
  muxer.freeContext();
}
