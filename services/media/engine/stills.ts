import { writeFileSync } from 'node:fs';
import { AV_CODEC_FLAG_BITEXACT, AV_PIX_FMT_YUVJ420P } from 'node-av/constants';
import type { Frame } from 'node-av/lib';
import type { Storyboard } from '../domain/storyboard.ts';
import { runGraph, videoInput } from './graph.ts';
import { checked, type NodeAv, present, setOptions } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { closeSource, decode, keyPackets, openSource, packetsOf } from './source.ts';

/** What JPEG means by a colour, which is not what a video means by it. */
const AS_JPEG = 'flags=bicubic:out_color_matrix=bt601:out_range=full,setsar=1,format=yuvj420p';

/** How key frames become one picture: the filters, and JPEG's quantiser, 2 (finest) to 31. */
export interface Still {
  readonly filters: string;
  readonly quantiser: number;
}

/** The most typical of the first frames of segments. It fills the screen. */
export const POSTER: Still = { filters: `thumbnail=n=100,scale=${AS_JPEG}`, quantiser: 4 };

/** The first frames of segments side by side, row by row, each a thumb's width. */
export const spriteOf = ({ cell, columns, rows }: Storyboard): Still => ({
  filters: `scale=${cell.width}:${cell.height}:${AS_JPEG},tile=layout=${columns}x${rows}`,
  quantiser: 6,
});

function writeJpeg(av: NodeAv, frame: Frame, quantiser: number, path: string): void {
  const codec = present(av.lib.Codec.findEncoderByName('mjpeg' as never), 'mjpeg');
  using encoder = new av.lib.CodecContext();
  using packet = new av.lib.Packet();
  packet.alloc();
  encoder.allocContext3(codec);
  encoder.width = frame.width;
  encoder.height = frame.height;
  encoder.pixelFormat = AV_PIX_FMT_YUVJ420P;
  encoder.timeBase = new av.lib.Rational(1, 1);
  encoder.qMin = quantiser;
  encoder.qMax = quantiser;
  encoder.setFlags(AV_CODEC_FLAG_BITEXACT);
  setOptions(av, encoder, { threads: 1 });
  checked(av, encoder.open2Sync(codec), 'open mjpeg');
  checked(av, encoder.sendFrameSync(frame), 'encode still');
  checked(av, encoder.receivePacketSync(packet), 'encode still');
  writeFileSync(path, present(packet.data, 'still'));
}

/** Writes the one picture that comes of the key frames of segments of ours. */
export function makeStill(av: NodeAv, segments: SourceBytes, still: Still, path: string): void {
  const source = openSource(av, segments, 'isobmff', 'video');
  let written = false;
  runGraph(
    av,
    decode(av, source, keyPackets(packetsOf(av, source))),
    (first) => `${videoInput(av, source, first)}[in];[in]${still.filters}[out];[out]buffersink@out0`,
    (frame) => {
      if (!written) writeJpeg(av, frame, still.quantiser, path);
      written = true;
    },
  );
  closeSource(source);
  if (!written) throw new Error('no picture in the segments');
}
