import {
  CustomSource,
  type EncodedPacket,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputAudioTrack,
  type InputFormat,
  type InputVideoTrack,
  Logging,
  LogLevel,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny';
import { classifyContent } from '../domain/content-class.ts';
import type { AnyContainer } from '../domain/file-kind.ts';
import { rateOf } from '../domain/frame-rate.ts';
import type { ProbeFacts } from '../domain/plan.ts';
import { accept, type Rejected, reject, type Verdict } from '../domain/rejection.ts';
import { sampleContent } from './content-sample.ts';
import { identify } from './identify.ts';
import type { RangeReader } from './range-reader.ts';
import { chooseTracks, isHuge } from './tracks.ts';

const FORMATS: Readonly<Record<ProbeFacts['container'], InputFormat[]>> = {
  isobmff: [MP4, QTFF],
  matroska: [WEBM, MATROSKA],
  mp3: [MP3],
  ogg: [OGG],
  wave: [WAVE],
  flac: [FLAC],
};
/** Packets looked at to measure the frame rate. */
const RATE_SAMPLE = 240;
/** Used when the source holds one frame only. */
const FALLBACK_RATE = 25;

// It would print what uploads tell it to.
Logging.level = LogLevel.Silent;

interface Watched extends RangeReader {
  /** The store's failures so far: those are not the file's fault. */
  readonly faults: readonly unknown[];
  /** Resolves when no read is under way. */
  settled(): Promise<unknown>;
}

/** The parser reads ahead, so reads may fail, or still run, when nothing waits for them any more. */
function watch(source: RangeReader): Watched {
  const faults: unknown[] = [];
  const reads: Promise<unknown>[] = [];
  return {
    size: source.size,
    faults,
    settled: () => Promise.allSettled(reads),
    read(start, end) {
      const read = source.read(start, end);
      reads.push(read.catch((fault: unknown) => faults.push(fault)));
      return read;
    },
  };
}

function openInput(source: RangeReader, container: ProbeFacts['container']) {
  return new Input({
    formats: FORMATS[container],
    source: new CustomSource({
      getSize: () => source.size,
      read: (start, end) => source.read(start, end),
      handleUnhandledError: () => undefined,
    }),
  });
}

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

async function endOf(sink: EncodedPacketSink): Promise<EncodedPacket | null> {
  return sink.getPacket(Number.POSITIVE_INFINITY, { metadataOnly: true });
}

async function timeline(track: InputVideoTrack) {
  const sink = new EncodedPacketSink(track);
  const last = await endOf(sink);
  if (!last) return reject('NO_INDEX');
  const frameRate = await measureRate(sink);
  const startsAt = await track.getFirstTimestamp();
  const endsAt = last.timestamp + (last.duration || 1 / frameRate);
  if ((await placeAt(sink, Number.POSITIVE_INFINITY)) === 'missing') {
    const goodUntilSeconds = await lastWholeSecond(sink, startsAt, endsAt);
    return reject('TRUNCATED', { goodUntilSeconds });
  }
  return accept({ frameRate, startsAt, endsAt });
}

const soundFacts = async (track: InputAudioTrack | undefined) =>
  track && { sound: { channels: await track.getNumberOfChannels() } };

async function pictureFacts(track: InputVideoTrack, span: Pick<ProbeFacts, 'startsAt' | 'endsAt'>) {
  const coded = { width: await track.getCodedWidth(), height: await track.getCodedHeight() };
  return {
    coded,
    rotation: await track.getRotation(),
    display: { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() },
    content: classifyContent(await sampleContent(track, span), coded.width * coded.height),
    highDynamicRange: await track.hasHighDynamicRange(),
  };
}

/** Where a recording of sound alone begins and ends. */
async function readSound(track: InputAudioTrack): Promise<Verdict<Omit<ProbeFacts, 'container'>>> {
  const sink = new EncodedPacketSink(track);
  const last = await endOf(sink);
  if (!last) return reject('NO_INDEX');
  const startsAt = await track.getFirstTimestamp();
  const endsAt = last.timestamp + last.duration;
  if ((await placeAt(sink, Number.POSITIVE_INFINITY)) === 'missing') {
    return reject('TRUNCATED', { goodUntilSeconds: await lastWholeSecond(sink, startsAt, endsAt) });
  }
  return accept({ ...(await soundFacts(track)), startsAt, endsAt });
}

async function readPicture(
  track: InputVideoTrack,
  sound: InputAudioTrack | undefined,
): Promise<Verdict<Omit<ProbeFacts, 'container'>>> {
  const times = await timeline(track);
  if (!times.ok) return times;
  const { frameRate, ...span } = times.value;
  const picture = { frameRate, ...(await pictureFacts(track, span)) };
  return accept({ ...(await soundFacts(sound)), ...span, picture });
}

async function readFacts(input: Input, container: ProbeFacts['container']): Promise<Verdict<ProbeFacts>> {
  const tracks = await input.getTracks();
  if (tracks.length === 0) return reject('NO_INDEX');
  const chosen = await chooseTracks(tracks);
  if (!chosen.ok) return chosen;
  const { picture, sound } = chosen.value;
  const facts = picture ? await readPicture(picture, sound) : sound && (await readSound(sound));
  if (!facts) return reject('NO_VIDEO');
  return facts.ok ? accept({ container, ...facts.value }) : facts;
}

const isCut = (container: AnyContainer | undefined): container is ProbeFacts['container'] =>
  container !== undefined && container in FORMATS;

/** A file that names itself a video and then cannot be parsed has no usable index, whatever broke in it. */
const unreadable = (): Rejected => reject('NO_INDEX');

/**
 * Reads a file of one container in memory-safe code and a few range reads. Refusals are values; only a failing `read`
 * throws.
 */
async function reading<T>(
  source: RangeReader,
  container: ProbeFacts['container'],
  learn: (input: Input) => Promise<Verdict<T>>,
): Promise<Verdict<T>> {
  const watched = watch(source);
  const input = openInput(watched, container);
  try {
    return await learn(input);
  } catch {
    if (watched.faults.length > 0) throw watched.faults[0];
    return unreadable();
  } finally {
    input.dispose();
    await watched.settled();
  }
}

/**
 * Learns what a transcode needs to know before any native decoder sees the bytes. Refusals are values; only a failing
 * `read` throws.
 */
export async function probe(source: RangeReader): Promise<Verdict<ProbeFacts>> {
  const identified = await identify(source);
  if (!identified.ok) return identified;
  const { container } = identified.value;
  if (!isCut(container)) return reject('UNRECOGNISED');
  return reading(source, container, (input) => readFacts(input, container));
}

/**
 * What the header of Matroska without an index alone refuses, before native code lays its streams anew: its length
 * would be known only by reading all of it.
 */
export const glance = (source: RangeReader): Promise<Verdict<undefined>> =>
  reading(source, 'matroska', async (input) => {
    const chosen = await chooseTracks(await input.getTracks());
    if (!chosen.ok) return chosen;
    const { picture, sound } = chosen.value;
    if (!picture && !sound) return reject('NO_VIDEO');
    return picture && (await isHuge(picture)) ? reject('TOO_LARGE') : accept(undefined);
  });
