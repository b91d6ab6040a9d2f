import { describe, expect, it } from 'vitest';
import { alone } from './alone.ts';

const never = new AbortController().signal;
const moment = () => new Promise((resolve) => setTimeout(resolve));

describe('work that one tab does', () => {
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
