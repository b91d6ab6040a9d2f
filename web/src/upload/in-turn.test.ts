import { describe, expect, it } from 'vitest';
import { createTurns } from './in-turn.ts';

const never = new AbortController().signal;
const moment = () => new Promise((resolve) => setTimeout(resolve));

describe('turns', () => {
  it('let only so many in, the others in the order in which they came', async () => {
    const turns = createTurns(2);
    const entered: number[] = [];
    const enter = async (n: number) => {
      const release = await turns(never);
      entered.push(n);
      return release;
    };
    const [first, , third] = [1, 2, 3, 4].map(enter);
    await moment();
    expect(entered).toEqual([1, 2]);
    (await first)?.();
    (await first)?.();
    await moment();
    expect(entered, 'a release counts once').toEqual([1, 2, 3]);
    (await third)?.();
    await moment();
    expect(entered).toEqual([1, 2, 3, 4]);
  });

  it('are not held by whoever left the line', async () => {
    const turns = createTurns(1);
    const release = await turns(never);
    const leaving = new AbortController();
    const left = turns(leaving.signal);
    const next = turns(never);
    leaving.abort();
    await expect(left).rejects.toThrow();
    release();
    expect(await next).toBeTypeOf('function');
    await expect(turns(AbortSignal.abort())).rejects.toThrow();
  });
});
