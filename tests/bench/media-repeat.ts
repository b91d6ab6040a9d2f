import type { FormatContext, Packet } from 'node-av/lib';
import { checked, type NodeAv, present } from '../../services/media/engine/node-av.ts';

/** The first packet of a film may be decoded before its time 0. */
const LEAD_SECONDS = 1;

function openOutput(av: NodeAv, source: FormatContext, to: string): FormatContext {
  const muxer = new av.lib.FormatContext();
  checked(av, muxer.allocOutputContext2(null, 'mp4', `file:${to}`), 'create recording');
  for (const { codecpar, timeBase } of source.streams) {
    const track = muxer.newStream(null);
    checked(av, codecpar.copy(track.codecpar), 'describe recording');
    track.timeBase = timeBase;
  }
  checked(av, muxer.openOutputSync(), 'open output');
  checked(av, muxer.writeHeaderSync(), 'write header');
  return muxer;
}

/** Moves a packet that many seconds on; returns where it ends then, in seconds. */
function moveOn(packet: Packet, source: FormatContext, muxer: FormatContext, seconds: number): number {
  const { timeBase } = present(source.streams[packet.streamIndex], 'track');
  const ticks = BigInt(Math.round((seconds * timeBase.den) / timeBase.num));
  packet.pts += ticks;
  packet.dts += ticks;
  const ends = (Number(packet.dts + packet.duration) * timeBase.num) / timeBase.den;
  packet.rescaleTs(timeBase, present(muxer.streams[packet.streamIndex], 'track').timeBase);
  return ends;
}

/** A recording of at least so many bytes: picture and sound of a short one, over and over. */
export function repeat(av: NodeAv, from: string, to: string, bytes: number): void {
  using packet = new av.lib.Packet();
  packet.alloc();
  let muxer: FormatContext | undefined;
  let written = 0;
  let ends = 0;
  while (written < bytes) {
    const source = new av.lib.FormatContext();
    checked(av, source.openInputSync(`file:${from}`, null, null), 'open recording');
    checked(av, source.findStreamInfoSync(null), 'read recording');
    muxer ??= openOutput(av, source, to);
    const begins = ends === 0 ? 0 : ends + LEAD_SECONDS;
    while (source.readFrameSync(packet) >= 0) {
      written += packet.size;
      ends = Math.max(ends, moveOn(packet, source, muxer, begins));
      checked(av, muxer.interleavedWriteFrameSync(packet), 'write packet');
    }
    source.closeInputSync();
  }
  if (!muxer) return;
  checked(av, muxer.writeTrailerSync(), 'write trailer');
  muxer.closeOutputSync();
  muxer.freeContext();
}
