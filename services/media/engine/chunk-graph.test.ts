import { AV_PIX_FMT_YUV420P, AVCOL_PRI_BT709, AVCOL_SPC_BT709, AVCOL_TRC_BT709 } from 'node-av/constants';
import { beforeAll, expect, test } from 'vitest';
import { planOf } from '../domain/test-plans.ts';
import { chunkGraph } from './chunk-graph.ts';
import { drain, openGraph, pictureSinks, sinksOf } from './graph.ts';
import { loadNodeAv, type NodeAv } from './node-av.ts';

let av: NodeAv;
beforeAll(async () => {
  av = await loadNodeAv();
});

const SIZE = { width: 426, height: 240 };
const picture = { display: SIZE, coded: SIZE, frameRate: 25, highDynamicRange: true };
const PLAN = planOf({ endsAt: 0.2, picture });

test.each(['arib-std-b67', 'smpte2084'])(
  'high dynamic range (%s) is mapped to what screens show',
  (curve) => {
    const hdr =
      'testsrc2=s=640x360:r=25:d=1,format=yuv420p10le,' +
      `setparams=color_trc=${curve}:color_primaries=bt2020:colorspace=bt2020nc:range=tv`;
    const graph = openGraph(av, `${hdr}[in];${chunkGraph(PLAN, { start: 0, end: 5 })};${pictureSinks(1)}`);
    using frame = new av.lib.Frame();
    frame.alloc();
    let frames = 0;
    const ended = drain(av, sinksOf(graph), frame, (mapped) => {
      frames += 1;
      expect(mapped.format).toBe(AV_PIX_FMT_YUV420P);
      expect([mapped.colorTrc, mapped.colorSpace, mapped.colorPrimaries]).toEqual([
        AVCOL_TRC_BT709,
        AVCOL_SPC_BT709,
        AVCOL_PRI_BT709,
      ]);
    });
    graph.free();
    expect(ended).toBe(true);
    expect(frames).toBe(5);
  },
);
