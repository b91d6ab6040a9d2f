import { describe, expect, it } from 'vitest';
import { createKeeping } from '../quiz/keeping.ts';
import { keepCommit, type Outcome, sendCommits, type Waiting } from './commit-box.ts';
import { hasCommits } from './has-commits.ts';

const memory = () => {
  const held = new Map<string, string>();
  return createKeeping({
    read: (key) => held.get(key),
    write: (key, value) => Boolean(held.set(key, value)),
    remove: (key) => void held.delete(key),
    keys: () => [...held.keys()],
  });
};
const waiting = (commitNo: number, sessionId = 'S'): Waiting => ({
  ...{ assetId: 'A', sessionId, commitNo },
  commit: { status: 'incomplete', location: `${commitNo}`, suspendData: '', sessionSeconds: commitNo },
});
const sender = (outcomes: Outcome[]) => {
  const sent: string[] = [];
  const send = async ({ sessionId, commitNo }: Waiting) => {
    sent.push(`${sessionId}${commitNo}`);
    return outcomes.shift() ?? 'taken';
  };
  return { sent, send };
};

describe('what a package wants kept', () => {
  it('waits while the line is dead; of each session the newest is sent', async () => {
    const keeping = memory();
    for (const commitNo of [1, 2, 3]) keepCommit(keeping, 'P', waiting(commitNo));
    keepCommit(keeping, 'P', waiting(1, 'T'));
    const { sent, send } = sender(['later']);
    expect(await sendCommits(keeping, 'P', send)).toBe('left');
    expect(await sendCommits(keeping, 'P', send)).toBe('done');
    expect(sent).toEqual(['S3', 'T1', 'S3']);
    expect(hasCommits(keeping, 'P')).toBe(false);
  });

  it('is let go of when it can never be taken; one that comes meanwhile stays', async () => {
    const keeping = memory();
    keepCommit(keeping, 'P', waiting(1));
    const send = async (): Promise<Outcome> => {
      keepCommit(keeping, 'P', waiting(2));
      return 'refused';
    };
    expect(await sendCommits(keeping, 'P', send)).toBe('left');
    expect(await sendCommits(keeping, 'P', sender(['refused']).send)).toBe('done');
  });

  it('is each person’s own', async () => {
    const keeping = memory();
    keepCommit(keeping, 'P', waiting(1));
    keepCommit(keeping, 'Q', waiting(1));
    await sendCommits(keeping, 'P', sender([]).send);
    expect([hasCommits(keeping, 'P'), hasCommits(keeping, 'Q')]).toEqual([false, true]);
  });
});
