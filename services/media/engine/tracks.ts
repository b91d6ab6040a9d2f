import { EncodedPacketSink, type InputAudioTrack, type InputTrack, type InputVideoTrack } from 'mediabunny';
import { MAX_PIXELS } from '../domain/plan.ts';
import { accept, reject, type Verdict } from '../domain/rejection.ts';
import { isListed, isMpeg4Visual, nameOf, type Role } from './codecs.ts';

/** Our name of a track's codec. */
export async function codecOf(track: InputTrack): Promise<string | undefined> {
  const known = await track.getCodec();
  if (known) return known;
  const called = await track.getInternalCodecId();
  return typeof called === 'string' ? nameOf(called) : undefined;
}

const isOfMpeg4 = async (track: InputTrack) => {
  const first = await new EncodedPacketSink(track).getFirstPacket();
  return first !== null && isMpeg4Visual(first.data);
};

async function mayBeDecoded(track: InputTrack, role: Role): Promise<boolean> {
  const codec = await codecOf(track);
  if (!codec || !isListed(role, codec)) return false;
  return codec !== 'mpeg4' || isOfMpeg4(track);
}

/** Extra sound tracks (spatial audio, commentary) are ignored; a lecture with only unknown ones is refused. */
async function findSound(tracks: readonly InputAudioTrack[]): Promise<Verdict<InputAudioTrack | undefined>> {
  if (tracks.length === 0) return accept(undefined);
  for (const track of tracks) if (await mayBeDecoded(track, 'audio')) return accept(track);
  return reject('CODEC');
}

/** What is watched and heard of a file; neither where it has neither. */
export interface Chosen {
  readonly picture: InputVideoTrack | undefined;
  readonly sound: InputAudioTrack | undefined;
}

/** The first picture and the first sound that may be decoded. */
export async function chooseTracks(tracks: readonly InputTrack[]): Promise<Verdict<Chosen>> {
  const picture = tracks.find((track) => track.isVideoTrack());
  if (picture && !(await mayBeDecoded(picture, 'video'))) return reject('CODEC');
  const sound = await findSound(tracks.filter((track) => track.isAudioTrack()));
  return sound.ok ? accept({ picture, sound: sound.value }) : sound;
}

/** Whether what the header says of a picture is more than a decoder may allocate. */
export async function isHuge(picture: InputVideoTrack): Promise<boolean> {
  return (await picture.getCodedWidth()) * (await picture.getCodedHeight()) > MAX_PIXELS;
}
