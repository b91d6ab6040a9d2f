import { api } from '../api/api.ts';
import { isTransient } from '../api/retry.ts';
import type { Problem } from '../api/types.ts';
import { currentPersonId } from '../session/session.ts';
import { momentNow } from '../state/moment.ts';
import { type PassAnswer, Passes } from './passes.ts';

/** The code by which this tab's television was let in, by the asset it opens. */
const tvCodes = new Map<string, string>();

/** From now on passes to the asset are asked for by the code that was typed at this television. */
export const openByTvCode = (assetId: string, code: string): void => void tvCodes.set(assetId, code);

const ask = async (assetId: string): Promise<PassAnswer> => {
  const code = tvCodes.get(assetId);
  if (code !== undefined) {
    const answer = await api.issueTvPass({ params: { code } });
    if (answer.ok || isTransient(answer.problem.status, answer.problem.code)) return answer;
    // The code has ended. Whoever is signed in may have a pass of their own.
    tvCodes.delete(assetId);
    if (currentPersonId() === undefined) return answer;
  }
  const params = { assetId };
  return currentPersonId() === undefined ? api.issueOpenPass({ params }) : api.issuePass({ params });
};

const passes = new Passes({ ask, person: currentPersonId, now: momentNow });

/**
 * To be awaited before a file of a recording is fetched; `anew` after one was refused with 403. The refusal when the
 * person may not have it or cannot be asked; whoever only fetches may leave it to the answer of the file.
 */
export const obtainPass = (address: string, anew = false): Promise<Problem | undefined> =>
  passes.obtain(address, anew);
