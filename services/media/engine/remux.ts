import { AVFMT_FLAG_BITEXACT } from 'node-av/constants';
import type { FormatContext, Stream } from 'node-av/lib';
import type { LooseContainer } from '../domain/file-kind.ts';
import { DECODERS, ROLES } from './codecs.ts';
import { openBytes } from './input.ts';
import { checked, type NodeAv, present } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { decoderOf, openContainer, streamsOf } from './source.ts';
import { chooseStreams, type LookRefusal } from './stream-choice.ts';

/** What cannot be cut at any time: also Matroska that a browser recorded, which has no index. */
export type Remuxed = LooseContainer | 'matroska';

/** A file's streams laid into Matroska with an index, undecoded; or only looked at, whether they can be. */
export type RemuxJob =
  | { readonly type: 'look'; readonly container: Remuxed }
  | { readonly type: 'remux'; readonly container: Remuxed; readonly outPath: string };

/**
 * What a TS does not say of its sound, a decoder has to. No picture is decoded: parsers tell how large they are, and
 * whatever makes a picture is kept from one that is larger than may be.
 */
const SOUND_ALONE = DECODERS.audio.join(',');

function opened<T>(
  av: NodeAv,
  bytes: SourceBytes,
  container: Remuxed,
  use: (context: FormatContext) => T,
): T {
  const input = openBytes(av, bytes);
  const context = openContainer(av, input, container, SOUND_ALONE);
  const result = use(context);
  context.closeInputSync();
  input.freeContext();
  return result;
}

const described = (av: NodeAv, context: FormatContext) =>
  ROLES.flatMap((role) =>
    streamsOf(context, role).map((stream) => {
      const { width, height, sampleRate } = stream.codecpar;
      const extent = role === 'video' ? width * height : sampleRate;
      return { role, codec: decoderOf(av, stream), extent, stream };
    }),
  );

/** Why a file cannot be laid anew, by its first 5 MB; undefined when it can. */
export function look(av: NodeAv, bytes: SourceBytes, container: Remuxed): LookRefusal | undefined {
  try {
    const chosen = opened(av, bytes, container, (context) => chooseStreams(described(av, context)));
    return typeof chosen === 'string' ? chosen : undefined;
  } catch {
    return 'NO_INDEX';
  }
}

function addTrack(av: NodeAv, muxer: FormatContext, from: Stream): Stream {
  const track = muxer.newStream(null);
  checked(av, from.codecpar.copy(track.codecpar), 'describe track');
  track.codecpar.codecTag = 0;
  track.timeBase = from.timeBase;
  return track;
}

function copyPackets(
  av: NodeAv,
  context: FormatContext,
  muxer: FormatContext,
  from: readonly Stream[],
): void {
  const timeBases = muxer.streams.map(({ timeBase }) => timeBase);
  using packet = new av.lib.Packet();
  packet.alloc();
  while (context.readFrameSync(packet) >= 0) {
    const track = from.findIndex(({ index }) => index === packet.streamIndex);
    const stream = from[track];
    if (stream) {
      packet.rescaleTs(stream.timeBase, present(timeBases[track], 'track'));
      packet.streamIndex = track;
      checked(av, muxer.interleavedWriteFrameSync(packet), 'copy packet');
    }
    packet.unref();
  }
}

/** Copies the first usable picture and sound, and nothing else, into a file that can be cut anywhere. */
export function remux(av: NodeAv, bytes: SourceBytes, container: Remuxed, outPath: string): void {
  opened(av, bytes, container, (context) => {
    const chosen = chooseStreams(described(av, context));
    if (typeof chosen === 'string') throw new Error(chosen);
    const from = chosen.map(({ stream }) => stream);
    const muxer = new av.lib.FormatContext();
    checked(av, muxer.allocOutputContext2(null, 'matroska', `file:${outPath}`), 'create file');
    for (const stream of from) addTrack(av, muxer, stream);
    muxer.setFlags(AVFMT_FLAG_BITEXACT);
    checked(av, muxer.openOutputSync(), 'open file');
    checked(av, muxer.writeHeaderSync(), 'write header');
    copyPackets(av, context, muxer, from);
    checked(av, muxer.writeTrailerSync(), 'write trailer');
    muxer.closeOutputSync();
    muxer.freeContext();
  });
}
