import { api } from '../api/api.ts';
import type { BodyOf } from '../api/types.ts';
import { keeping } from '../quiz/keeping.ts';
import { currentPersonId } from '../session/session.ts';
import { isAhead, placeOn } from './beat-box.ts';

/** Who saw less than this begins anew, and who was in the last tenth, or so near the end, as well. Seconds. */
const BEGUN_S = 5;
const NEAR_END_S = 15;
/** Nobody waits longer than this for the place on another device, ms. */
const PATIENCE_MS = 2_000;

/** From where it is of use to go on, both in seconds: 0 for who has hardly begun or is as good as through. */
export const placeToGoOn = (position: number, seconds: number): number => {
  const isOver = position > seconds - Math.min(NEAR_END_S, seconds / 10);
  return position < BEGUN_S || isOver ? 0 : position;
};

type Positions = BodyOf<'listMyViewing'>['positions'];

/**
 * The place in a recording by what the service knows: the newest recordings of a person. One that is not among them was
 * seen long ago, and only the device may know where (`here`).
 */
export const placeAmong = (positions: Positions, assetId: string, here: number): number =>
  positions.find((one) => one.assetId === assetId)?.position ?? here;

/** What the service knows; undefined when it does not answer in time. */
const askedPositions = async (): Promise<Positions | undefined> => {
  const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  const answer = await Promise.race([api.listMyViewing(), patience]);
  return answer?.ok ? answer.body.positions : undefined;
};

/**
 * Where the person goes on, seconds: the place on whichever device was the last, or the one on this device while the
 * service cannot be asked or has not heard of it.
 */
export const resumeAt = async (assetId: string, durationMs: number | undefined): Promise<number> => {
  const personId = currentPersonId();
  if (personId === undefined) return 0;
  const here = placeOn(keeping, personId, assetId)?.position ?? 0;
  const positions = isAhead(keeping, personId, assetId) ? undefined : await askedPositions();
  const place = placeAmong(positions ?? [], assetId, here);
  return placeToGoOn(place, (durationMs ?? Number.POSITIVE_INFINITY) / 1000);
};
