import { writeFileSync } from 'node:fs';
import type { Frame } from 'node-av/lib';
import { framesToSeconds } from '../domain/frame-rate.ts';
import type { TranscodePlan } from '../domain/plan.ts';
import { turnFor } from './chunk-graph.ts';
import { runGraph, videoInput } from './graph.ts';
import { checked, type NodeAv, present, setOptions } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { closeSource, decode, openSource, seekBefore } from './source.ts';

/** Key frames compared; the one most like the others is neither a fade nor a flash. */
const CANDIDATES = 12;
/** Where to start looking, as a share of the lecture: past the title card. */
const START_SHARE = 0.1;
/** JPEG quantiser, 2 (finest) to 31. */
const QUANTISER = 4;

function writeJpeg(av: NodeAv, frame: Frame, path: string): void {
  const codec = present(av.lib.Codec.findEncoderByName('mjpeg' as never), 'mjpeg');
  using encoder = new av.lib.CodecContext();
  using packet = new av.lib.Packet();
  packet.alloc();
  encoder.allocContext3(codec);
  encoder.width = frame.width;
  encoder.height = frame.height;
  encoder.pixelFormat = av.constants.AV_PIX_FMT_YUVJ420P;
  encoder.timeBase = new av.lib.Rational(1, 1);
  encoder.qMin = QUANTISER;
  encoder.qMax = QUANTISER;
  encoder.setFlags(av.constants.AV_CODEC_FLAG_BITEXACT);
  setOptions(av, encoder, { threads: 1 });
  checked(av, encoder.open2Sync(codec), 'open mjpeg');
  checked(av, encoder.sendFrameSync(frame), 'encode poster');
  checked(av, encoder.receivePacketSync(packet), 'encode poster');
  writeFileSync(path, present(packet.data, 'poster'));
}

function* firstFew(frames: Iterable<Frame>): Generator<Frame> {
  let seen = 0;
  for (const frame of frames) {
    yield frame;
    seen += 1;
    if (seen === CANDIDATES) return;
  }
}

/** Writes one typical picture of the lecture as a JPEG as large as the largest rung. */
export function makePoster(av: NodeAv, bytes: SourceBytes, plan: TranscodePlan, outPath: string): void {
  const source = openSource(av, bytes, plan.container, 'video');
  seekBefore(av, source, plan.t0 / 1e6 + START_SHARE * framesToSeconds(plan.frames, plan.fps));
  const { width, height } = present(plan.rungs[0], 'rung');
  let written = false;
  runGraph(
    av,
    firstFew(decode(av, source, 'key-frames')),
    (first) =>
      `${videoInput(av, source, first)}[in];[in]thumbnail=n=${CANDIDATES},${turnFor(plan)}` +
      `scale=${width}:${height}:flags=bicubic:out_color_matrix=bt601:out_range=full,setsar=1,format=yuvj420p[out];[out]buffersink@out0`,
    (frame) => {
      if (!written) writeJpeg(av, frame, outPath);
      written = true;
    },
  );
  closeSource(source);
}
