import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AV_CHANNEL_ORDER_NATIVE, AVMEDIA_TYPE_AUDIO, type FFDecoderCodec } from 'node-av/constants';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SOUNDS, UNCOPIED_SOUND } from './codecs.ts';
import { loadNodeAv, type NodeAv, present } from './node-av.ts';
import { COPY_CONTAINER, canBeCopied } from './sound-copy.ts';

let av: NodeAv;
let folder: string;
beforeAll(async () => {
  av = await loadNodeAv();
  folder = mkdtempSync(join(tmpdir(), 'sound-copy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy that is to hold sound which one of these decoders reads. */
function openCopy(decoders: readonly string[]) {
  const found = decoders.map((name) => av.lib.Codec.findDecoderByName(name as FFDecoderCodec));
  const { id } = present(
    found.find((one) => one),
    decoders.join(),
  );
  const muxer = new av.lib.FormatContext();
  muxer.allocOutputContext2(null, COPY_CONTAINER, `file:${join(folder, decoders.join())}`);
  const stream = muxer.newStream(null);
  stream.codecpar.codecType = AVMEDIA_TYPE_AUDIO;
  stream.codecpar.codecId = id;
  stream.codecpar.sampleRate = 48_000;
  stream.codecpar.channelLayout = { nbChannels: 2, order: AV_CHANNEL_ORDER_NATIVE, mask: 3n };
  muxer.openOutputSync();
  return { muxer, stream };
}

test.each(Object.entries(SOUNDS))(
  'sound in %s is copied if and only if the container of the copy takes it, and the probe knows which',
  (codec, decoders) => {
    const { muxer, stream } = openCopy(decoders);
    const isCopied = canBeCopied({ stream });
    const isTaken = muxer.writeHeaderSync() >= 0;
    muxer.closeOutputSync();
    muxer.freeContext();
    expect({ isCopied, isTaken }).toEqual({ isCopied: isTaken, isTaken: codec !== UNCOPIED_SOUND });
  },
);
