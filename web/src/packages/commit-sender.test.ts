import { describe, expect, it } from 'vitest';
import { createKeeping } from '../quiz/keeping.ts';
import type { Waiting } from './commit-box.ts';
import { type Answer, CommitSender } from './commit-sender.ts';
import { hasCommits } from './has-commits.ts';

const waiting = (commitNo = 1): Waiting => ({
  ...{ assetId: 'PACKAGE', sessionId: 'S', commitNo },
  commit: { status: 'passed', location: '', suspendData: '', sessionSeconds: commitNo },
});
const taken: Answer = { is: 'taken', kept: { status: 'passed', scoreHundredths: 800 } };

function deviceOf(...here: string[]) {
  const held = new Map<string, string>();
  const keeping = createKeeping({
    read: (key) => held.get(key),
    write: (key, value) => Boolean(held.set(key, value)),
    remove: (key) => void held.delete(key),
    keys: () => [...held.keys()],
  });
  const answers = new Map<string, Answer>();
  const sender = new CommitSender({
    keeping,
    here: () => here,
    commit: async (personId) => answers.get(personId) ?? taken,
    alone: (work) => work(),
  });
  return { sender, keeping, answers };
}

describe('results on a device of several people', () => {
  it('are each person’s own, also when one sends what another left', async () => {
    const { sender } = deviceOf('AN', 'BINH');
    sender.keep('AN', waiting());
    await sender.sendWaiting();
    expect(sender.resultOf('AN', { assetId: 'PACKAGE' })).toEqual({ status: 'passed', scoreHundredths: 800 });
    expect(sender.resultOf('BINH', { assetId: 'PACKAGE' })).toBeUndefined();
    expect([sender.savingOf('AN'), sender.savingOf('BINH')]).toEqual(['sent', 'nothing']);
  });

  it('are each lesson’s own', async () => {
    const { sender } = deviceOf('AN');
    sender.keep('AN', { ...waiting(), lesson: 2 });
    await sender.sendWaiting();
    const results = [1, 2].map((lesson) => sender.resultOf('AN', { assetId: 'PACKAGE', lesson })?.status);
    expect(results).toEqual([undefined, 'passed']);
  });

  it('are sent or not for each apart', async () => {
    const { sender, answers } = deviceOf('AN', 'BINH', 'CHI');
    answers.set('AN', { is: 'later' });
    answers.set('CHI', { is: 'refused' });
    for (const personId of ['AN', 'BINH', 'CHI']) sender.keep(personId, waiting());
    expect(sender.savingOf('BINH')).toBe('soon');
    await sender.sendWaiting();
    expect(['AN', 'BINH', 'CHI'].map((personId) => sender.savingOf(personId))).toEqual([
      'kept',
      'sent',
      'refused',
    ]);
  });

  it('of somebody who was taken off it wait for them, and are nobody else’s trouble', async () => {
    const { sender, keeping } = deviceOf('BINH');
    sender.keep('AN', waiting());
    sender.keep('BINH', waiting());
    await sender.sendWaiting();
    expect(sender.savingOf('BINH')).toBe('sent');
    expect(hasCommits(keeping, 'AN')).toBe(true);
  });

  it('that another tab has sent count as sent', async () => {
    const { sender, keeping } = deviceOf('AN');
    sender.keep('AN', waiting());
    keeping.remove('hvs.package.AN.PACKAGE.S');
    await sender.sendWaiting();
    expect(sender.savingOf('AN')).toBe('sent');
  });
});
