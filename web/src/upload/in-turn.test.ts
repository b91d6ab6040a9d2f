import { describe, expect, it } from 'vitest';
import { alone, createTurns } from './in-turn.ts';

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

describe('work on a file', () => {
  it('waits for another tab, says so, and is done when that has ended', async () => {
    const said: string[] = [];
    const { promise: other, resolve: end } = Promise.withResolvers<void>();
    const first = alone(
      navigator.locks,
      'one',
      { signal: never, onWait: () => said.push('first waits') },
      () => other,
    );
    await moment();
    const second = alone(
      navigator.locks,
      'one',
      { signal: never, onWait: () => said.push('second waits') },
      async () => {
        said.push('second works');
      },
    );
    await moment();
    expect(said).toEqual(['second waits']);
    end();
    await Promise.all([first, second]);
    expect(said).toEqual(['second waits', 'second works']);
  });

  it('is not begun once it was stopped', async () => {
    let times = 0;
    const work = async () => {
      times += 1;
    };
    const stopped = { signal: AbortSignal.abort(), onWait: () => undefined };
    await expect(alone(navigator.locks, 'one', stopped, work)).rejects.toThrow();
    expect(times).toBe(0);
  });

  it('is done at once where the browser has no locks', async () => {
    let times = 0;
    const work = async () => {
      times += 1;
    };
    await alone(undefined, 'one', { signal: never, onWait: () => undefined }, work);
    expect(times).toBe(1);
  });
});
