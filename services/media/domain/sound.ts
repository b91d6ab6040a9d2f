/** Samples per second of every sound rendition. */
export const SAMPLE_RATE = 48_000;
/** Samples in one AAC frame, the smallest piece sound can be cut into. */
export const AAC_FRAME_SAMPLES = 1024;

/** The sound played with the picture, and the one that is all somebody on a dear line fetches. */
export type SoundName = 'audio' | 'audio-48k';

/** One sound rendition; `name` is its folder. */
export interface SoundRendition {
  readonly name: SoundName;
  readonly channels: 1 | 2;
  readonly kbps: number;
}

/** The sound renditions of a source, the one for the picture first. Surround is mixed down to two channels. */
export const chooseSounds = (channels: number): SoundRendition[] => [
  channels > 1 ? { name: 'audio', channels: 2, kbps: 96 } : { name: 'audio', channels: 1, kbps: 64 },
  { name: 'audio-48k', channels: 1, kbps: 48 },
];
