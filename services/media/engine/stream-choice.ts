import { MAX_PIXELS } from '../domain/plan.ts';
import { DECODERS, ROLES, type Role } from './codecs.ts';

/** Why a file is not laid anew: nothing of ours opens it, plays all that it is for, or may hold one picture of it. */
export const LOOK_REFUSALS = ['NO_INDEX', 'NO_VIDEO', 'CODEC', 'TOO_LARGE'] as const;
export type LookRefusal = (typeof LOOK_REFUSALS)[number];

/** What an engine says of a stream that is watched or heard. */
export interface Described {
  readonly role: Role;
  /** By libav's name of it. */
  readonly codec: string;
  /** Pixels of a picture, or samples of a second of sound; 0 where nothing in the file tells. */
  readonly extent: number;
}

/**
 * The first usable picture and sound of a file; CODEC where there are pictures, or sounds, and none of them is usable.
 * One of which nothing tells what it is, as a broadcast announces sounds that it does not send, keeps no other out.
 */
export function chooseStreams<T extends Described>(streams: readonly T[]): T[] | LookRefusal {
  const present = ROLES.filter((role) => streams.some((stream) => stream.role === role));
  if (present.length === 0) return 'NO_VIDEO';
  const isUsable = ({ role, codec, extent }: Described) => extent > 0 && DECODERS[role].includes(codec);
  const chosen = present.flatMap(
    (role) => streams.find((stream) => stream.role === role && isUsable(stream)) ?? [],
  );
  if (chosen.length < present.length) return 'CODEC';
  const isHuge = chosen.some(({ role, extent }) => role === 'video' && extent > MAX_PIXELS);
  return isHuge ? 'TOO_LARGE' : chosen;
}
