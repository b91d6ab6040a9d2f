import type { FormatContext, Stream } from 'node-av/lib';
import type { LooseContainer } from '../domain/file-kind.ts';
import { MAX_PIXELS } from '../domain/plan.ts';
import { DECODERS } from './codecs.ts';
import { openBytes } from './input.ts';
import { checked, type NodeAv, present } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';
import { openContainer, streamsOf, usableOf } from './source.ts';

/** What cannot be cut at any time: also Matroska that a browser recorded, which has no index. */
export type Remuxed = LooseContainer | 'matroska';

/** Why a file is not laid anew: nothing of ours opens it, plays all that it is for, or may hold one picture of it. */
export const LOOK_REFUSALS = ['NO_INDEX', 'NO_VIDEO', 'CODEC', 'TOO_LARGE'] as const;
export type LookRefusal = (typeof LOOK_REFUSALS)[number];

/** A file's streams laid into Matroska with an index, undecoded; or only looked at, whether they can be. */
export type RemuxJob =
  | { readonly type: 'look'; readonly container: Remuxed }
  | { readonly type: 'remux'; readonly container: Remuxed; readonly outPath: string };

function opened<T>(
  av: NodeAv,
  bytes: SourceBytes,
  container: Remuxed,
  use: (context: FormatContext) => T,
  decoders?: string,
): T {
  const input = openBytes(av, bytes);
  const context = openContainer(av, input, container, decoders);
  const result = use(context);
  context.closeInputSync();
  input.freeContext();
  return result;
}

const ROLES = ['video', 'audio'] as const;

/** The first usable picture and sound; CODEC where there are pictures, or sounds, and none of them is usable. */
function chooseStreams(av: NodeAv, context: FormatContext): Stream[] | LookRefusal {
  const present = ROLES.filter((role) => streamsOf(av, context, role).length > 0);
  if (present.length === 0) return 'NO_VIDEO';
  const chosen = present.flatMap((role) => usableOf(av, context, role) ?? []);
  if (chosen.length < present.length) return 'CODEC';
  const isHuge = chosen.some(({ codecpar }) => codecpar.width * codecpar.height > MAX_PIXELS);
  return isHuge ? 'TOO_LARGE' : chosen;
}

/** What a TS does not say of its sound, a decoder has to. */
const SOUND_ALONE = DECODERS.audio.join(',');

/** Why a file cannot be laid anew, by its first 5 MB and with no picture decoded; undefined when it can. */
export function look(av: NodeAv, bytes: SourceBytes, container: Remuxed): LookRefusal | undefined {
  try {
    const chosen = opened(av, bytes, container, (context) => chooseStreams(av, context), SOUND_ALONE);
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
    const from = chooseStreams(av, context);
    if (typeof from === 'string') throw new Error(from);
    const muxer = new av.lib.FormatContext();
    checked(av, muxer.allocOutputContext2(null, 'matroska', `file:${outPath}`), 'create file');
    for (const stream of from) addTrack(av, muxer, stream);
    muxer.setFlags(av.constants.AVFMT_FLAG_BITEXACT);
    checked(av, muxer.openOutputSync(), 'open file');
    checked(av, muxer.writeHeaderSync(), 'write header');
    copyPackets(av, context, muxer, from);
    checked(av, muxer.writeTrailerSync(), 'write trailer');
    muxer.closeOutputSync();
    muxer.freeContext();
  });
}
