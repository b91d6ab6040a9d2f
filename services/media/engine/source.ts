import {
  AV_DISPOSITION_ATTACHED_PIC,
  AV_PICTURE_TYPE_NONE,
  AVDISCARD_ALL,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_VIDEO,
  AVSEEK_FLAG_BACKWARD,
} from 'node-av/constants';
import type { CodecContext, FormatContext, Frame, IOContext, Packet, Stream } from 'node-av/lib';
import { MAX_PIXELS } from '../domain/plan.ts';
import { DECODERS, type Role } from './codecs.ts';
import { openBytes } from './input.ts';
import { checked, type NodeAv, present, setOptions } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';

/** The only demuxer that may open a container, and what it may call itself. */
export const DEMUXERS = {
  isobmff: { name: 'mov', formats: 'mov,mp4,m4a,3gp,3g2,mj2' },
  matroska: { name: 'matroska', formats: 'matroska,webm' },
  mp3: { name: 'mp3', formats: 'mp3' },
  ogg: { name: 'ogg', formats: 'ogg' },
  wave: { name: 'wav', formats: 'wav' },
  flac: { name: 'flac', formats: 'flac' },
  mpegts: { name: 'mpegts', formats: 'mpegts' },
  avi: { name: 'avi', formats: 'avi' },
  nut: { name: 'nut', formats: 'nut' },
};

/** What a source is opened as: a container that uploads may have, or `nut`, which only we write. */
export type Opened = keyof typeof DEMUXERS;

/** What may be opened of a recording; the packaged engine's own decoders go by the role of a track. */
const CODEC_ALLOW_LIST = [...DECODERS.video, ...DECODERS.audio].join(',');

/** Frames before a chunk's start that the decoder is fed, in seconds: covers reordering around a key frame. */
export const PREROLL_SECONDS = 0.5;

/** An opened file and its decoder for one kind of track. */
export interface Source {
  readonly input: IOContext;
  readonly context: FormatContext;
  readonly stream: Stream;
  readonly decoder: CodecContext;
}

/**
 * How far a file is read to learn what is in it, and of how many tracks: what is in none of 5 MB, phones and cameras do
 * not make.
 */
const LOOK = { probesize: 5_000_000, analyzeduration: 5_000_000, max_streams: 64 };

/** What libav is told of a file before it opens it, whichever engine does. */
export const openingOptions = (container: Opened, decoders: string = CODEC_ALLOW_LIST) => ({
  format_whitelist: DEMUXERS[container].formats,
  codec_whitelist: decoders,
  ...LOOK,
  // AVI has decoding times alone.
  fflags: '+genpts',
});

/**
 * Reads through `input` alone: no protocol is allowed, so a file that names another one opens nothing. libav decodes the
 * first pictures to learn how they are ordered, however large they are; where `decoders` leaves those of pictures out,
 * it tells only what headers and parsers say.
 */
export function openContainer(
  av: NodeAv,
  input: IOContext,
  container: Opened,
  decoders?: string,
): FormatContext {
  const { name } = DEMUXERS[container];
  const context = new av.lib.FormatContext();
  context.allocContext();
  context.pb = input;
  using options = av.lib.Dictionary.fromObject({
    protocol_whitelist: 'none',
    ...openingOptions(container, decoders),
  });
  const demuxer = present(av.lib.InputFormat.findInputFormat(name), name);
  checked(av, context.openInputSync('', demuxer, options), 'open source');
  checked(av, context.findStreamInfoSync(null), 'read source');
  return context;
}

function openDecoder(av: NodeAv, stream: Stream, role: Role): CodecContext {
  const codec = present(av.lib.Codec.findDecoder(stream.codecpar.codecId), 'decoder');
  const decoder = new av.lib.CodecContext();
  decoder.allocContext3(codec);
  checked(av, decoder.parametersToContext(stream.codecpar), 'configure decoder');
  decoder.pktTimebase = stream.timeBase;
  setOptions(av, decoder, { threads: 1, max_pixels: MAX_PIXELS, codec_whitelist: DECODERS[role].join(',') });
  checked(av, decoder.open2Sync(codec), 'open decoder');
  return decoder;
}

/** The tracks of a role, cover art apart. */
export function streamsOf({ streams }: FormatContext, role: Role): Stream[] {
  const type = role === 'video' ? AVMEDIA_TYPE_VIDEO : AVMEDIA_TYPE_AUDIO;
  return streams.filter(
    ({ codecpar, disposition }) =>
      codecpar.codecType === type && (disposition & AV_DISPOSITION_ATTACHED_PIC) === 0,
  );
}

/** The name of the decoder that would be used for a track; empty where there is none. */
export const decoderOf = (av: NodeAv, { codecpar }: Stream): string =>
  av.lib.Codec.findDecoder(codecpar.codecId)?.name ?? '';

/** The first track of a role that has an allowed codec, passing over cover art and extra tracks. */
function chooseStream(av: NodeAv, context: FormatContext, role: Role): Stream {
  const usable = streamsOf(context, role).find((each) => DECODERS[role].includes(decoderOf(av, each)));
  const stream = present(usable, `${role} track with an allowed codec`);
  for (const other of context.streams) if (other.index !== stream.index) other.discard = AVDISCARD_ALL;
  return stream;
}

/** Opens a source and the decoder of its first usable track of a kind. */
export function openSource(av: NodeAv, bytes: SourceBytes, container: Opened, role: Role): Source {
  const input = openBytes(av, bytes);
  try {
    const context = openContainer(av, input, container);
    const stream = chooseStream(av, context, role);
    return { input, context, stream, decoder: openDecoder(av, stream, role) };
  } catch (error) {
    input.freeContext();
    throw error;
  }
}

/** Moves to the key frame from which `seconds` on the source's clock can be decoded; stays put when it cannot. */
export function seekBefore({ context, stream }: Source, seconds: number): void {
  const { num, den } = stream.timeBase;
  const stamp = BigInt(Math.floor(((seconds - PREROLL_SECONDS) * den) / num));
  // A Matroska file without cues cannot seek. Decoding from the start is slower and just as exact.
  context.seekFrameSync(stream.index, stamp, AVSEEK_FLAG_BACKWARD);
}

function* received(decoder: CodecContext, frame: Frame): Generator<Frame> {
  while (decoder.receiveFrameSync(frame) >= 0) {
    frame.pts = frame.bestEffortTimestamp;
    frame.pictType = AV_PICTURE_TYPE_NONE;
    yield frame;
    frame.unref();
  }
}

/** The packets of the source's track, from where it stands to its end. The same object is yielded each time. */
export function* packetsOf(av: NodeAv, { context, stream }: Source): Generator<Packet> {
  using packet = new av.lib.Packet();
  packet.alloc();
  while (context.readFrameSync(packet) >= 0) {
    if (packet.streamIndex === stream.index) yield packet;
    packet.unref();
  }
}

/** Those of the packets that can be decoded alone. */
export function* keyPackets(packets: Iterable<Packet>): Generator<Packet> {
  for (const packet of packets) if (packet.isKeyframe) yield packet;
}

/**
 * Decodes from where the source stands to its end, or the given packets of it. The same frame object is yielded each time. A packet the
 * decoder refuses is skipped, as a player would; the output's frame count is what is asserted.
 */
export function* decode(
  av: NodeAv,
  source: Source,
  packets: Iterable<Packet> = packetsOf(av, source),
): Generator<Frame> {
  const { decoder } = source;
  using frame = new av.lib.Frame();
  frame.alloc();
  for (const packet of packets) {
    decoder.sendPacketSync(packet);
    yield* received(decoder, frame);
  }
  decoder.sendPacketSync(null);
  yield* received(decoder, frame);
}

/** Frees the decoder and closes the file. */
export function closeSource({ input, context, decoder }: Source): void {
  decoder.freeContext();
  context.closeInputSync();
  input.freeContext();
}
