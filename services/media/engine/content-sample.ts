import { EncodedPacketSink, type InputVideoTrack } from 'mediabunny';
import type { SampledPacket } from '../domain/content-class.ts';
import type { ProbeFacts } from '../domain/plan.ts';

/** Where to look, as shares of the duration: a title card stands still in any lecture. */
const PLACES = [0.05, 0.275, 0.5, 0.725, 0.95];
/** Packets looked at in each place. */
const RUN = 24;

/** Sizes of packets from several places of a track, as its index or its clusters name them. Decodes nothing. */
export async function sampleContent(
  track: InputVideoTrack,
  { startsAt, endsAt }: Pick<ProbeFacts, 'startsAt' | 'endsAt'>,
): Promise<SampledPacket[]> {
  const sink = new EncodedPacketSink(track);
  const sample: SampledPacket[] = [];
  for (const place of PLACES) {
    let packet = await sink.getPacket(startsAt + place * (endsAt - startsAt), { metadataOnly: true });
    for (let n = 0; packet && n < RUN; n += 1) {
      sample.push({ isKey: packet.type === 'key', bytes: packet.byteLength });
      packet = await sink.getNextPacket(packet, { metadataOnly: true });
    }
  }
  return sample;
}
