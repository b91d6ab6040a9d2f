import { describe, expect, it } from 'vitest';
import type { Problem } from '../api/types.ts';
import { createGathering, type Kept, type KeptAnswer } from './gather-pages.ts';

const FIRST: Kept<number> = { rows: [1], next: '2' };
const busy: Problem = { type: '/problems/busy', code: 'busy', title: '', status: 503 };

/** A list of `pages` pages with one row each, which counts how often it was asked. */
const listOf = (pages: number, refuseAt?: number) => {
  const asked: string[] = [];
  const nextPage = async ({ rows, next = '' }: Kept<number>): Promise<KeptAnswer<number>> => {
    asked.push(next);
    const at = Number(next);
    if (at === refuseAt) return { ok: false, problem: busy };
    return { ok: true, body: { rows: [...rows, at], next: at < pages ? String(at + 1) : undefined } };
  };
  return { asked, nextPage };
};

describe('gathering a list', () => {
  it('fetches the pages in their order and tells how many rows are there', async () => {
    const { asked, nextPage } = listOf(4);
    const told: number[] = [];
    const answer = await createGathering<number>()(FIRST, nextPage, (rows) => told.push(rows));
    expect(answer).toEqual({ ok: true, body: { rows: [1, 2, 3, 4], next: undefined } });
    expect({ asked, told }).toEqual({ asked: ['2', '3', '4'], told: [1, 2, 3] });
  });

  it('is one download for all who ask while it runs, and each hears of it', async () => {
    const { asked, nextPage } = listOf(3);
    const gather = createGathering<number>();
    const told: number[] = [];
    const [one, other] = await Promise.all([
      gather(FIRST, nextPage, () => undefined),
      gather(FIRST, nextPage, (rows) => told.push(rows)),
    ]);
    expect(asked).toEqual(['2', '3']);
    expect(other).toBe(one);
    expect(told).toEqual([2]);
  });

  it('does not take another list for the one that is on its way', async () => {
    const { asked, nextPage } = listOf(2);
    const gather = createGathering<number>();
    const other: Kept<number> = { rows: [9], next: '2' };
    const [one, two] = await Promise.all([
      gather(FIRST, nextPage, () => undefined),
      gather(other, nextPage, () => undefined),
    ]);
    expect(asked).toEqual(['2', '2']);
    expect(one).toMatchObject({ body: { rows: [1, 2] } });
    expect(two).toMatchObject({ body: { rows: [9, 2] } });
  });

  it('ends at a refusal, and asks anew the next time', async () => {
    const gather = createGathering<number>();
    const refusing = listOf(3, 2);
    expect(await gather(FIRST, refusing.nextPage, () => undefined)).toEqual({ ok: false, problem: busy });
    const answering = listOf(2);
    expect(await gather(FIRST, answering.nextPage, () => undefined)).toMatchObject({ ok: true });
    expect(answering.asked).toEqual(['2']);
  });
});
