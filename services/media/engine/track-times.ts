import {
  type EncodedPacket,
  EncodedPacketSink,
  type InputAudioTrack,
  type InputVideoTrack,
} from 'mediabunny';
import { rateOf } from '../domain/frame-rate.ts';
import type { ProbeFacts } from '../domain/plan.ts';
import { accept, reject, type Verdict } from '../domain/rejection.ts';

/** From the first picture or sound to the end of the last, in seconds on the file's clock. */
export type Span = Pick<ProbeFacts, 'startsAt' | 'endsAt'>;

/** Packets looked at to measure the frame rate. */
const RATE_SAMPLE = 240;
/** Used when the source holds one frame only. */
const FALLBACK_RATE = 25;

async function measureRate(sink: EncodedPacketSink): Promise<number> {
  const stamps: number[] = [];
  for await (const packet of sink.packets(undefined, undefined, { metadataOnly: true })) {
    stamps.push(packet.timestamp);
    if (stamps.length >= RATE_SAMPLE) break;
  }
  return rateOf(stamps) ?? FALLBACK_RATE;
}

type Place = 'whole' | 'missing';

/** Reads the packet's bytes, not just its place: an index may promise bytes that the file no longer has. */
async function placeAt(sink: EncodedPacketSink, seconds: number): Promise<Place> {
  const packet = await sink.getPacket(seconds).catch(() => null);
  return packet && packet.data.length > 0 ? 'whole' : 'missing';
}

/** Bisects to the last second whose picture is still in the file, to one tenth of a second. */
async function lastWholeSecond(sink: EncodedPacketSink, from: number, to: number): Promise<number> {
  let whole = from;
  let missing = to;
  while (missing - whole > 0.1) {
    const middle = (whole + missing) / 2;
    if ((await placeAt(sink, middle)) === 'whole') whole = middle;
    else missing = middle;
  }
  return Math.floor((whole - from) * 10) / 10;
}

/** From the first packet to the end that was promised, if the file is there until then. */
async function wholeSpan(
  track: InputVideoTrack | InputAudioTrack,
  sink: EncodedPacketSink,
  endsAt: number,
): Promise<Verdict<Span>> {
  const startsAt = await track.getFirstTimestamp();
  if ((await placeAt(sink, Number.POSITIVE_INFINITY)) === 'whole') return accept({ startsAt, endsAt });
  return reject('TRUNCATED', { goodUntilSeconds: await lastWholeSecond(sink, startsAt, endsAt) });
}

async function endOf(sink: EncodedPacketSink): Promise<EncodedPacket | null> {
  return sink.getPacket(Number.POSITIVE_INFINITY, { metadataOnly: true });
}

/** The rate of the pictures of a track, and where it begins and ends, in seconds. */
export async function pictureTimes(track: InputVideoTrack): Promise<Verdict<Span & { frameRate: number }>> {
  const sink = new EncodedPacketSink(track);
  const last = await endOf(sink);
  if (!last) return reject('NO_INDEX');
  const frameRate = await measureRate(sink);
  const span = await wholeSpan(track, sink, last.timestamp + (last.duration || 1 / frameRate));
  return span.ok ? accept({ frameRate, ...span.value }) : span;
}

/** Where a recording of sound alone begins and ends. */
export async function soundTimes(track: InputAudioTrack): Promise<Verdict<Span>> {
  const sink = new EncodedPacketSink(track);
  const last = await endOf(sink);
  return last ? wholeSpan(track, sink, last.timestamp + last.duration) : reject('NO_INDEX');
}
