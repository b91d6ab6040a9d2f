import { writeFileSync } from 'node:fs';
import type { Frame } from 'node-av/lib';
import type { Storyboard } from '../domain/storyboard.ts';
import { runGraph, videoInput } from './graph.ts';
import { checked, type NodeAv, present, setOptions } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { closeSource, decode, keyPackets, openSource, packetsOf } from './source.ts';

/** JPEG quantisers, 2 (finest) to 31: a poster fills the screen, a picture of the storyboard a thumb's width. */
const POSTER_QUANTISER = 4;
const SPRITE_QUANTISER = 6;

/** What JPEG means by a colour, which is not what a video means by it. */
const AS_JPEG = 'flags=bicubic:out_color_matrix=bt601:out_range=full,setsar=1,format=yuvj420p';

function writeJpeg(av: NodeAv, frame: Frame, quantiser: number, path: string): void {
  const codec = present(av.lib.Codec.findEncoderByName('mjpeg' as never), 'mjpeg');
  using encoder = new av.lib.CodecContext();
  using packet = new av.lib.Packet();
  packet.alloc();
  encoder.allocContext3(codec);
  encoder.width = frame.width;
  encoder.height = frame.height;
  encoder.pixelFormat = av.constants.AV_PIX_FMT_YUVJ420P;
  encoder.timeBase = new av.lib.Rational(1, 1);
  encoder.qMin = quantiser;
  encoder.qMax = quantiser;
  encoder.setFlags(av.constants.AV_CODEC_FLAG_BITEXACT);
  setOptions(av, encoder, { threads: 1 });
  checked(av, encoder.open2Sync(codec), 'open mjpeg');
  checked(av, encoder.sendFrameSync(frame), 'encode still');
  checked(av, encoder.receivePacketSync(packet), 'encode still');
  writeFileSync(path, present(packet.data, 'still'));
}

/** Runs the key frames of segments of ours through filters that make one picture of them, and writes that. */
function writeStill(
  av: NodeAv,
  segments: SourceBytes,
  filters: string,
  quantiser: number,
  path: string,
): void {
  const source = openSource(av, segments, 'isobmff', 'video');
  let written = false;
  runGraph(
    av,
    decode(av, source, keyPackets(packetsOf(av, source))),
    (first) => `${videoInput(av, source, first)}[in];[in]${filters}[out];[out]buffersink@out0`,
    (frame) => {
      if (!written) writeJpeg(av, frame, quantiser, path);
      written = true;
    },
  );
  closeSource(source);
  if (!written) throw new Error('no picture in the segments');
}

/** Writes the most typical of the segments' first frames. */
export const makePoster = (av: NodeAv, segments: SourceBytes, outPath: string): void =>
  writeStill(av, segments, `thumbnail=n=100,scale=${AS_JPEG}`, POSTER_QUANTISER, outPath);

/** Writes the segments' first frames side by side, row by row. */
export function makeSprite(av: NodeAv, segments: SourceBytes, board: Storyboard, outPath: string): void {
  const { cell, columns, rows } = board;
  const filters = `scale=${cell.width}:${cell.height}:${AS_JPEG},tile=layout=${columns}x${rows}`;
  writeStill(av, segments, filters, SPRITE_QUANTISER, outPath);
}
