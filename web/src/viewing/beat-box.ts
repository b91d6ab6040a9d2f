import type { RequestFor } from '../api/types.ts';
import type { Keeping } from '../quiz/keeping.ts';
import { isBeat, VIEWING } from './has-beats.ts';

export type Beat = RequestFor<'recordViewing'>['body']['beats'][number];
export type Outcome = 'taken' | 'refused' | 'later';

const ofPerson = (personId: string): string => `${VIEWING}${personId}.`;
/** Where somebody was last on this device: shown when the service cannot be asked. */
const placeKey = (personId: string, assetId: string): string => `${ofPerson(personId)}place.${assetId}`;
const beatKey = (personId: string, { sessionId, beatNo }: Beat): string =>
  `${ofPerson(personId)}beat.${sessionId}.${beatNo}`;

const turnKey = (personId: string): string => `${ofPerson(personId)}turn`;

/** Between two packets of one person, ms: each is a write, and a minute of watching is worth no more than one. */
const APART_MS = 60_000;
/** The service takes so many at once. */
const PACKET = 50;

const readAs = <T>(keeping: Keeping, key: string): T | undefined => {
  try {
    return JSON.parse(keeping.read(key) ?? '') as T;
  } catch {
    return undefined;
  }
};

/** Writes a beat ahead of its sending, and where the viewer is. Both take effect at once (ADR 0016). */
export const keepBeat = (keeping: Keeping, personId: string, beat: Beat): void => {
  keeping.write(beatKey(personId, beat), JSON.stringify(beat));
  const place = { position: beat.position, at: Date.parse(beat.at) };
  keeping.write(placeKey(personId, beat.assetId), JSON.stringify(place));
};

export type Place = { readonly position: number; readonly at: number };
export const placeOn = (keeping: Keeping, personId: string, assetId: string): Place | undefined =>
  readAs<Place>(keeping, placeKey(personId, assetId));

/** Whether beats of this recording have not reached the service, so that the place on this device is newer than its. */
export const isAhead = (keeping: Keeping, personId: string, assetId: string): boolean =>
  beatsOf(keeping, personId).some(({ beat }) => beat.assetId === assetId);

const beatsOf = (keeping: Keeping, personId: string) =>
  keeping
    .keys(ofPerson(personId))
    .filter(isBeat)
    .flatMap((key) => {
      const beat = readAs<Beat>(keeping, key);
      return beat ? [{ key, beat }] : [];
    })
    .toSorted((a, b) => a.beat.at.localeCompare(b.beat.at));

/** People who have beats on this device. */
export const ownersOf = (keeping: Keeping): readonly string[] => [
  ...new Set(
    keeping
      .keys(VIEWING)
      .filter(isBeat)
      .map((key) => key.slice(VIEWING.length).split('.', 1)[0] ?? ''),
  ),
];

/**
 * When the next packet of a person may go, ms since 1970 by this device's clock: all tabs and pages of it keep to one
 * pace. A clock that was set back since says nothing.
 */
export const nextTurn = (keeping: Keeping, personId: string, now: number): number => {
  const turn = Number(keeping.read(turnKey(personId)) ?? 0);
  return turn <= now + APART_MS ? turn : 0;
};

/** Notes that a packet goes now. */
export const takeTurn = (keeping: Keeping, personId: string, now: number): void =>
  keeping.write(turnKey(personId), String(now + APART_MS));

/** For a packet that did not get through. */
export const giveBackTurn = (keeping: Keeping, personId: string): void => keeping.remove(turnKey(personId));

/** Sends one packet of a person's beats, oldest first; whether something is left. What can never be taken is let go of. */
export const sendBeats = async (
  keeping: Keeping,
  personId: string,
  send: (beats: Beat[]) => Promise<Outcome>,
): Promise<'done' | 'left' | 'later'> => {
  const packet = beatsOf(keeping, personId).slice(0, PACKET);
  if (packet.length === 0) return 'done';
  const outcome = await send(packet.map(({ beat }) => beat));
  if (outcome === 'later') return 'later';
  for (const { key } of packet) keeping.remove(key);
  return beatsOf(keeping, personId).length > 0 ? 'left' : 'done';
};
