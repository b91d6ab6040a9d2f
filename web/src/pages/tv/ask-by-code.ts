import { api } from '../../api/api.ts';
import type { PassAnswer } from '../../media-pass/passes.ts';

/**
 * Ms before each further question about a code that the library has just taken: word of it reaches those who give passes
 * within a second, later only in a rush. Few, for each costs the hall one of its tries of the hour.
 */
const PAUSES_MS = [1_000, 3_000, 6_000];

/** Asks for a pass by a code, and again while it is not known yet. What is said of a code that was known is final. */
export async function askUntilHeard(
  ask: () => Promise<PassAnswer>,
  wait: (ms: number) => Promise<void>,
): Promise<PassAnswer> {
  for (const pause of PAUSES_MS) {
    const answer = await ask();
    if (answer.ok || answer.problem.code !== 'not-found') return answer;
    await wait(pause);
  }
  return ask();
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks for passes by a code that was just typed: patiently until the first is given. */
export function askByCode(code: string): () => Promise<PassAnswer> {
  let isKnown = false;
  const askOnce = () => api.issueTvPass({ params: { code } });
  return async () => {
    const answer = await (isKnown ? askOnce() : askUntilHeard(askOnce, wait));
    isKnown ||= answer.ok;
    return answer;
  };
}
