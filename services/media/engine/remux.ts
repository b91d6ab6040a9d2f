import type { FormatContext, Stream } from 'node-av/lib';
import type { LooseContainer } from '../domain/file-kind.ts';
import { openBytes } from './input.ts';
import { checked, type NodeAv, present } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { findStream, openContainer } from './source.ts';

/** What cannot be cut at any time: also Matroska that a browser recorded, which has no index. */
export type Remuxed = LooseContainer | 'matroska';

/** A file's streams laid into Matroska with an index, undecoded. */
export interface RemuxJob {
  readonly type: 'remux';
  readonly container: Remuxed;
  readonly outPath: string;
}

function addTrack(av: NodeAv, muxer: FormatContext, from: Stream): Stream {
  const track = muxer.newStream(null);
  checked(av, from.codecpar.copy(track.codecpar), 'describe track');
  track.codecpar.codecTag = 0;
  track.timeBase = from.timeBase;
  return track;
}

function copyPackets(
  av: NodeAv,
  context: FormatContext,
  muxer: FormatContext,
  from: readonly Stream[],
): void {
  const timeBases = muxer.streams.map(({ timeBase }) => timeBase);
  using packet = new av.lib.Packet();
  packet.alloc();
  while (context.readFrameSync(packet) >= 0) {
    const track = from.findIndex(({ index }) => index === packet.streamIndex);
    const stream = from[track];
    if (stream) {
      packet.rescaleTs(stream.timeBase, present(timeBases[track], 'track'));
      packet.streamIndex = track;
      checked(av, muxer.interleavedWriteFrameSync(packet), 'copy packet');
    }
    packet.unref();
  }
}

/** Copies the first usable picture and sound, and nothing else, into a file that can be cut anywhere. */
export function remux(av: NodeAv, bytes: SourceBytes, { container, outPath }: RemuxJob): void {
  const input = openBytes(av, bytes);
  const context = openContainer(av, input, container);
  const from = (['video', 'audio'] as const).flatMap((kind) => findStream(av, context, kind) ?? []);
  if (from.length === 0) throw new Error('no track with an allowed codec');
  const muxer = new av.lib.FormatContext();
  checked(av, muxer.allocOutputContext2(null, 'matroska', `file:${outPath}`), 'create file');
  for (const stream of from) addTrack(av, muxer, stream);
  muxer.setFlags(av.constants.AVFMT_FLAG_BITEXACT);
  checked(av, muxer.openOutputSync(), 'open file');
  checked(av, muxer.writeHeaderSync(), 'write header');
  copyPackets(av, context, muxer, from);
  checked(av, muxer.writeTrailerSync(), 'write trailer');
  muxer.closeOutputSync();
  muxer.freeContext();
  context.closeInputSync();
  input.freeContext();
}
