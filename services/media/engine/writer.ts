import { AV_CODEC_FLAG_BITEXACT, AV_CODEC_FLAG_GLOBAL_HEADER, AVFMT_FLAG_BITEXACT } from 'node-av/constants';
import type { CodecContext, FormatContext, Frame, Packet } from 'node-av/lib';
import { type AvOptions, checked, type NodeAv, present, setOptions } from './node-av.ts';

/** How to make an output file of one track. `configure` sets the shape of frames the encoder will be given. */
export interface WriterOptions {
  readonly path: string;
  readonly codec: string;
  readonly configure: (encoder: CodecContext) => void;
  readonly encoderOptions: AvOptions;
  readonly muxerOptions: AvOptions;
  readonly timescale: number;
  /** libav's name of the container; MP4 unless told otherwise. */
  readonly format?: string;
  /** Called before a packet is written; may shift its time and returns whether a fragment ends before it. */
  readonly beforePacket?: (packet: Packet) => boolean;
}

/** An output file taking frames. `finish` writes its end and closes it. */
export interface Writer {
  write(frame: Frame): void;
  finish(): void;
}

function openEncoder(av: NodeAv, options: WriterOptions): CodecContext {
  const codec = present(av.lib.Codec.findEncoderByName(options.codec as never), options.codec);
  const encoder = new av.lib.CodecContext();
  encoder.allocContext3(codec);
  options.configure(encoder);
  encoder.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT);
  setOptions(av, encoder, { threads: 1, ...options.encoderOptions });
  checked(av, encoder.open2Sync(codec), `open ${options.codec}`);
  return encoder;
}

function openMuxer(av: NodeAv, options: WriterOptions, encoder: CodecContext): FormatContext {
  const muxer = new av.lib.FormatContext();
  checked(
    av,
    muxer.allocOutputContext2(null, options.format ?? 'mp4', `file:${options.path}`),
    'create output',
  );
  const stream = muxer.newStream(null);
  checked(av, stream.codecpar.fromContext(encoder), 'describe output');
  stream.timeBase = new av.lib.Rational(1, options.timescale);
  muxer.setFlags(AVFMT_FLAG_BITEXACT);
  checked(av, muxer.openOutputSync(), 'open output');
  setOptions(av, muxer, options.muxerOptions);
  checked(av, muxer.writeHeaderSync(), 'write header');
  return muxer;
}

/** Opens an encoder and a file for what it makes. One thread: with more, x264's rate control is a race. */
export function openWriter(av: NodeAv, options: WriterOptions): Writer {
  const encoder = openEncoder(av, options);
  const muxer = openMuxer(av, options, encoder);
  const timeBase = present(muxer.streams[0], 'output track').timeBase;
  const packet = new av.lib.Packet();
  packet.alloc();
  const writeReady = () => {
    while (encoder.receivePacketSync(packet) >= 0) {
      if (options.beforePacket?.(packet)) checked(av, muxer.writeFrameSync(null), 'end fragment');
      packet.rescaleTs(encoder.timeBase, timeBase);
      packet.streamIndex = 0;
      checked(av, muxer.writeFrameSync(packet), 'write packet');
      packet.unref();
    }
  };
  return {
    write(frame) {
      checked(av, encoder.sendFrameSync(frame), 'encode');
      writeReady();
    },
    finish() {
      checked(av, encoder.sendFrameSync(null), 'flush encoder');
      writeReady();
      checked(av, muxer.writeTrailerSync(), 'write trailer');
      muxer.closeOutputSync();
      muxer.freeContext();
      encoder.freeContext();
      packet.free();
    },
  };
}
