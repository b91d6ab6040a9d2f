import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import { findAll } from './fragments.ts';

/** Boxes that hold when a file was made: two times of 4 bytes after the 12 of their headers. */
const CLOCKED = ['mvhd', 'tkhd', 'mdhd'];

/** The time of making would make every run's file another one. */
function withoutTime(file: Buffer): Buffer {
  for (const box of CLOCKED.flatMap((type) => findAll(file, type))) box.fill(0, 12, 20);
  return file;
}

async function openTrack<T>(segments: Uint8Array, choose: (input: Input) => Promise<T | null>): Promise<T> {
  const track = await choose(new Input({ formats: [MP4], source: new BufferSource(segments) }));
  if (!track) throw new Error('segments of ours without a track');
  return track;
}

/**
 * One MP4 with its index in front, of the segments of a picture rendition and of a sound. No frame is encoded again,
 * and the same segments give the same bytes. All of it is in memory: for short recordings.
 */
export async function wholeFile(picture: Uint8Array, sound: Uint8Array | undefined): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const video = await openTrack(picture, (input) => input.getPrimaryVideoTrack());
  const audio = sound && (await openTrack(sound, (input) => input.getPrimaryAudioTrack()));
  const videoSource = new EncodedVideoPacketSource('avc');
  const audioSource = new EncodedAudioPacketSource('aac');
  output.addVideoTrack(videoSource);
  if (audio) output.addAudioTrack(audioSource);
  await output.start();
  const videoConfig = (await video.getDecoderConfig()) ?? undefined;
  const audioConfig = (await audio?.getDecoderConfig()) ?? undefined;
  const copyVideo = async () => {
    for await (const packet of new EncodedPacketSink(video).packets())
      await videoSource.add(packet, { decoderConfig: videoConfig });
    videoSource.close();
  };
  const copyAudio = async () => {
    if (!audio) return;
    for await (const packet of new EncodedPacketSink(audio).packets())
      await audioSource.add(packet, { decoderConfig: audioConfig });
    audioSource.close();
  };
  await Promise.all([copyVideo(), copyAudio()]);
  await output.finalize();
  if (!target.buffer) throw new Error('no file was written');
  return withoutTime(Buffer.from(target.buffer));
}
