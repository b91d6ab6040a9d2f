import { api } from '../api/api.ts';
import { isTransient } from '../api/retry.ts';
import type { Problem } from '../api/types.ts';
import { currentPersonId } from '../session/session.ts';
import { momentNow } from '../state/moment.ts';
import { type PassAnswer, Passes } from './passes.ts';

/** How this tab's television asks for passes to an asset that a code opened. */
const byTvCode = new Map<string, () => Promise<PassAnswer>>();

/** From now on passes to the asset are asked for as `ask` does, by the code that was typed at this television. */
export const openByTvCode = (assetId: string, ask: () => Promise<PassAnswer>): void =>
  void byTvCode.set(assetId, ask);

const ask = async (assetId: string): Promise<PassAnswer> => {
  const askByCode = byTvCode.get(assetId);
  if (askByCode) {
    const answer = await askByCode();
    if (answer.ok || isTransient(answer.problem.status, answer.problem.code)) return answer;
    // The code has ended. Whoever is signed in may have a pass of their own.
    byTvCode.delete(assetId);
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
