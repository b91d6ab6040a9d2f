import type { MediaAsset } from '../../../../services/media/contract.ts';
import { device, readJson } from '../../state/storage.ts';
import { createStore } from '../../state/store.ts';

/** More than anybody leaves lying about; older ones are far down the queue. */
const MOST = 200;

const keyOf = (personId: string): string => `hvs.away.${personId}`;

/** What will never be of use: the service has deleted its file, or is about to. */
export const isUseless = ({ status, canRetry }: Pick<MediaAsset, 'status' | 'canRetry'>): boolean =>
  status === 'rejected' || (status === 'failed' && !canRetry);

/** Useless files that a person does not want to see in the queue of this device any more. */
export const awayOf = (personId: string): readonly string[] =>
  readJson<readonly string[]>(device, keyOf(personId)) ?? [];

/** The files of a list that a person has not put away on this device: whoever counts files counts these. */
export const notAway = <T extends Pick<MediaAsset, 'assetId'>>(
  assets: readonly T[],
  away: readonly string[],
): readonly T[] => assets.filter(({ assetId }) => !away.includes(assetId));

/** Changes whenever something was put away, for a page that shows the queue. */
export const puttings = createStore(0);

export const putAway = (personId: string, assetId: string): void => {
  device.write(keyOf(personId), JSON.stringify([...awayOf(personId), assetId].slice(-MOST)));
  puttings.set(puttings.get() + 1);
};
