import { expect, it } from 'vitest';
import type { PassAnswer } from '../../media-pass/passes.ts';
import { askUntilHeard } from './ask-by-code.ts';

const granted: PassAnswer = { ok: true, body: { validForSeconds: 45 } };
const refused = (code: string): PassAnswer => ({
  ok: false,
  problem: { type: 'about:blank', title: '', status: 404, code },
});

/** Asks somebody who answers in this order, and then always as at last; how often, and after how long, it was asked. */
async function asked(...answers: readonly PassAnswer[]) {
  let times = 0;
  let waited = 0;
  const answer = await askUntilHeard(
    async () => answers[Math.min(times++, answers.length - 1)] ?? granted,
    async (ms) => {
      waited += ms;
    },
  );
  return { answer, times, waited };
}

it('asks again for a code that is not known yet, four times in ten seconds', async () => {
  expect(await asked(refused('not-found'), refused('not-found'), granted)).toEqual({
    answer: granted,
    times: 3,
    waited: 4_000,
  });
  expect(await asked(refused('not-found'))).toEqual({
    answer: refused('not-found'),
    times: 4,
    waited: 10_000,
  });
});

it('asks once where another answer is final', async () => {
  for (const answer of [granted, refused('too-many-codes')])
    expect(await asked(answer)).toEqual({ answer, times: 1, waited: 0 });
});
