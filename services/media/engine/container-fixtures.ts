import { checked, type NodeAv, present } from './node-av.ts';

/** Muxers by the name libav gives them, with the options that make their output what uploads bring. */
const WRAPS = {
  mpegts: {},
  avi: {},
  matroska: {},
  // As a browser records: no index and no length.
  live: { live: '1' },
} as const;
export type Wrap = keyof typeof WRAPS;

/** Lays a clip's streams into another container, as they are; AVI counts frames, so its clips have 25 a second. */
export function rewrap(av: NodeAv, from: string, to: string, wrap: Wrap): void {
  const source = new av.lib.FormatContext();
  checked(av, source.openInputSync(`file:${from}`, null, null), 'open clip');
  checked(av, source.findStreamInfoSync(null), 'read clip');
  const muxer = new av.lib.FormatContext();
  const name = wrap === 'live' ? 'matroska' : wrap;
  checked(av, muxer.allocOutputContext2(null, name, `file:${to}`), 'create clip');
  for (const stream of source.streams) {
    const track = muxer.newStream(null);
    checked(av, stream.codecpar.copy(track.codecpar), 'describe track');
    track.codecpar.codecTag = 0;
    track.timeBase =
      wrap === 'avi' && stream.codecpar.codecType === av.constants.AVMEDIA_TYPE_VIDEO
        ? new av.lib.Rational(1, 25)
        : stream.timeBase;
  }
  checked(av, muxer.openOutputSync(), 'open output');
  using options = av.lib.Dictionary.fromObject({ ...WRAPS[wrap] });
  checked(av, muxer.writeHeaderSync(options), 'write header');
  using packet = new av.lib.Packet();
  packet.alloc();
  while (source.readFrameSync(packet) >= 0) {
    const { streamIndex } = packet;
    const [was, is] = [source.streams[streamIndex], muxer.streams[streamIndex]];
    packet.rescaleTs(present(was, 'track').timeBase, present(is, 'track').timeBase);
    checked(av, muxer.interleavedWriteFrameSync(packet), 'copy packet');
    packet.unref();
  }
  checked(av, muxer.writeTrailerSync(), 'write trailer');
  muxer.closeOutputSync();
  muxer.freeContext();
  source.closeInputSync();
}
