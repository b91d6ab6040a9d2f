import {
  AV_CODEC_ID_SUBRIP,
  AV_CODEC_ID_TTF,
  AVMEDIA_TYPE_ATTACHMENT,
  AVMEDIA_TYPE_SUBTITLE,
  AVMEDIA_TYPE_VIDEO,
} from 'node-av/constants';
import type { FormatContext, Stream } from 'node-av/lib';
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

function openClip(av: NodeAv, path: string): FormatContext {
  const source = new av.lib.FormatContext();
  checked(av, source.openInputSync(`file:${path}`, null, null), 'open clip');
  checked(av, source.findStreamInfoSync(null), 'read clip');
  return source;
}

function describeTrack(av: NodeAv, muxer: FormatContext, { codecpar, timeBase }: Stream): Stream {
  const track = muxer.newStream(null);
  checked(av, codecpar.copy(track.codecpar), 'describe track');
  track.codecpar.codecTag = 0;
  track.timeBase = timeBase;
  return track;
}

function copyPackets(av: NodeAv, source: FormatContext, muxer: FormatContext): void {
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

/**
 * Lays a clip's streams into another container, as they are; AVI counts frames, so its clips have 25 a second. With
 * `isSoundPromised` one more sound is announced, and not sent.
 */
export function rewrap(av: NodeAv, from: string, to: string, wrap: Wrap, isSoundPromised = false): void {
  const source = openClip(av, from);
  const muxer = new av.lib.FormatContext();
  const name = wrap === 'live' ? 'matroska' : wrap;
  checked(av, muxer.allocOutputContext2(null, name, `file:${to}`), 'create clip');
  for (const stream of source.streams) {
    const track = describeTrack(av, muxer, stream);
    const isPicture = stream.codecpar.codecType === AVMEDIA_TYPE_VIDEO;
    if (wrap === 'avi' && isPicture) track.timeBase = new av.lib.Rational(1, 25);
  }
  if (isSoundPromised) describeTrack(av, muxer, present(source.streams.at(-1), 'sound'));
  checked(av, muxer.openOutputSync(), 'open output');
  using options = av.lib.Dictionary.fromObject({ ...WRAPS[wrap] });
  checked(av, muxer.writeHeaderSync(options), 'write header');
  copyPackets(av, source, muxer);
}

/** Tracks of subtitles and of a font, with the name and the bytes that are looked for later. */
function addExtras({ lib }: NodeAv, muxer: FormatContext): Stream {
  const subtitles = muxer.newStream(null);
  subtitles.codecpar.codecType = AVMEDIA_TYPE_SUBTITLE;
  subtitles.codecpar.codecId = AV_CODEC_ID_SUBRIP;
  const font = muxer.newStream(null);
  font.codecpar.codecType = AVMEDIA_TYPE_ATTACHMENT;
  font.codecpar.codecId = AV_CODEC_ID_TTF;
  font.codecpar.extradata = Buffer.from('a font made to do harm');
  font.metadata = lib.Dictionary.fromObject({ filename: 'harm.ttf', mimetype: 'font/ttf' });
  return subtitles;
}

/** Copies a clip of one picture and one sound with all else that Matroska may hold: more sound, subtitles and a font. */
export function laden(av: NodeAv, from: string, to: string): void {
  const source = openClip(av, from);
  const muxer = new av.lib.FormatContext();
  checked(av, muxer.allocOutputContext2(null, 'matroska', `file:${to}`), 'create clip');
  for (const stream of source.streams) describeTrack(av, muxer, stream);
  describeTrack(av, muxer, present(source.streams.at(-1), 'sound'));
  const { index: streamIndex } = addExtras(av, muxer);
  checked(av, muxer.openOutputSync(), 'open output');
  checked(av, muxer.writeHeaderSync(), 'write header');
  using words = new av.lib.Packet();
  words.alloc();
  words.data = Buffer.from('words');
  Object.assign(words, { streamIndex, pts: 0n, dts: 0n, duration: 1000n });
  checked(av, muxer.interleavedWriteFrameSync(words), 'write words');
  copyPackets(av, source, muxer);
}
