import { AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants';
import type { FilterContext, FilterGraph, Frame } from 'node-av/lib';
import { checked, type NodeAv, present } from './node-av.ts';
import type { Source } from './source.ts';

/** Receives a frame that reached the sink `out<index>` of a graph. The frame is reused after the call. */
type Sink = (frame: Frame, index: number) => void;

/** The graph source `in` for frames like this one: libav wants to know them before it configures the graph. */
export function videoInput(av: NodeAv, { stream }: Source, frame: Frame): string {
  const { num, den } = stream.timeBase;
  const aspect = frame.sampleAspectRatio.num > 0 ? frame.sampleAspectRatio : { num: 1, den: 1 };
  return [
    `buffer@in=video_size=${frame.width}x${frame.height}`,
    `pix_fmt=${av.lib.avGetPixFmtName(frame.format as Parameters<typeof av.lib.avGetPixFmtName>[0])}`,
    `time_base=${num}/${den}`,
    `pixel_aspect=${aspect.num}/${aspect.den}`,
    `colorspace=${frame.colorSpace}`,
    `range=${frame.colorRange}`,
  ].join(':');
}

/** The graph source `in` for sound like this frame's. */
export function audioInput(av: NodeAv, { stream }: Source, frame: Frame): string {
  const { num, den } = stream.timeBase;
  return [
    `abuffer@in=time_base=${num}/${den}`,
    `sample_rate=${frame.sampleRate}`,
    `sample_fmt=${av.lib.avGetSampleFmtName(frame.format as Parameters<typeof av.lib.avGetSampleFmtName>[0])}`,
    `channel_layout=${av.lib.avChannelLayoutDescribe(frame.channelLayout)}`,
  ].join(':');
}

/** Builds a whole graph from text in which sources are named `@in` and sinks `@out0`, `@out1`, … */
export function openGraph(av: NodeAv, text: string): FilterGraph {
  const graph = new av.lib.FilterGraph();
  graph.alloc();
  // Slices of a frame scaled in parallel would differ at their seams between machines.
  graph.nbThreads = 1;
  checked(av, graph.parsePtr(text, null, null), `parse graph ${text}`);
  checked(av, graph.configSync(), `configure graph ${text}`);
  return graph;
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Text that ends the outputs `[o0]`, `[o1]`, … of a graph in sinks. */
export const pictureSinks = (count: number) =>
  numbers(count)
    .map((i) => `[o${i}]buffersink@out${i}`)
    .join(';');
export const soundSinks = (count: number) =>
  numbers(count)
    .map((i) => `[o${i}]abuffersink@out${i}`)
    .join(';');

const sinkNumber = (filter: FilterContext) => Number(filter.name?.split('@out')[1]);

/** The graph's sinks, in order of their numbers. */
export function sinksOf(graph: FilterGraph): FilterContext[] {
  const sinks = graph.filters?.filter((filter) => filter.isSink()) ?? [];
  return sinks.sort((a, b) => sinkNumber(a) - sinkNumber(b));
}

/** Hands over what is ready at every sink; true when all of them have ended. */
export function drain(av: NodeAv, sinks: readonly FilterContext[], frame: Frame, sink: Sink): boolean {
  let ended = 0;
  for (const [index, context] of sinks.entries()) {
    let code = context.buffersinkGetFrameSync(frame);
    while (code >= 0) {
      sink(frame, index);
      frame.unref();
      code = context.buffersinkGetFrameSync(frame);
    }
    if (code === AVERROR_EOF) ended += 1;
    else if (code !== AVERROR_EAGAIN) checked(av, code, 'filter');
  }
  return ended === sinks.length;
}

/**
 * Pulls frames through a graph until its sinks end, which may be long before the frames do. `describe` writes the
 * graph once the first frame shows what it has to take.
 */
export function runGraph(
  av: NodeAv,
  frames: Iterable<Frame>,
  describe: (first: Frame) => string,
  sink: Sink,
) {
  using filtered = new av.lib.Frame();
  filtered.alloc();
  let graph: FilterGraph | undefined;
  let input: FilterContext | undefined;
  let sinks: FilterContext[] = [];
  try {
    for (const frame of frames) {
      if (!graph) {
        graph = openGraph(av, describe(frame));
        input = present(
          graph.filters?.find((filter) => filter.isSource()),
          'graph source',
        );
        sinks = sinksOf(graph);
      }
      const code = input?.buffersrcAddFrameSync(frame) ?? 0;
      if (code !== AVERROR_EOF) checked(av, code, 'feed graph');
      if (drain(av, sinks, filtered, sink)) return;
    }
    input?.buffersrcAddFrameSync(null);
    drain(av, sinks, filtered, sink);
  } finally {
    graph?.free();
  }
}
