import type { Input, InputAudioTrack, InputVideoTrack } from 'mediabunny';
import { classifyContent } from '../domain/content-class.ts';
import type { ProbeFacts } from '../domain/plan.ts';
import { accept, reject, type Verdict } from '../domain/rejection.ts';
import { UNCOPIED_SOUND } from './codecs.ts';
import { sampleContent } from './content-sample.ts';
import { identify } from './identify.ts';
import { isCut, reading } from './memory-safe-reader.ts';
import type { RangeReader } from './range-reader.ts';
import { pictureTimes, type Span, soundTimes } from './track-times.ts';
import { chooseTracks, codecOf, isHuge } from './tracks.ts';

async function soundFacts(track: InputAudioTrack | undefined) {
  if (!track) return undefined;
  const channels = await track.getNumberOfChannels();
  const isReadTwice = (await codecOf(track)) === UNCOPIED_SOUND;
  return { sound: { channels, ...(isReadTwice && { isReadTwice }) } };
}

async function pictureFacts(track: InputVideoTrack, span: Span) {
  const coded = { width: await track.getCodedWidth(), height: await track.getCodedHeight() };
  return {
    coded,
    rotation: await track.getRotation(),
    display: { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() },
    content: classifyContent(await sampleContent(track, span), coded.width * coded.height),
    highDynamicRange: await track.hasHighDynamicRange(),
  };
}

/** What is learnt of a file's tracks. */
type TrackFacts = Omit<ProbeFacts, 'container'>;

async function readSound(track: InputAudioTrack): Promise<Verdict<TrackFacts>> {
  const times = await soundTimes(track);
  return times.ok ? accept({ ...(await soundFacts(track)), ...times.value }) : times;
}

async function readPicture(
  track: InputVideoTrack,
  sound: InputAudioTrack | undefined,
): Promise<Verdict<TrackFacts>> {
  const times = await pictureTimes(track);
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
