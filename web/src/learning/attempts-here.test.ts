import { describe, expect, it } from 'vitest';
import { keepAttempt, wishHandIn } from '../quiz/drafts.ts';
import { attempt, OnePhone, REF } from '../quiz/testing/one-phone.ts';
import { attemptsHere, attemptsNow } from './attempts-here.ts';

const RECEIVED = Date.parse('2026-11-26T01:00:00.000Z');
const DEADLINE = '2026-11-26T01:30:00.000Z';
const listed = { attemptId: REF.attemptId, quizId: 'Q', title: 'Kiểm tra' };
const elsewhere = { attemptId: 'B', quizId: 'R', title: 'Kiểm tra khác' };

const phone = (deadline = DEADLINE) => {
  const { keeping } = new OnePhone().openTab();
  keepAttempt(keeping, REF.personId, attempt({ deadline }), {
    title: 'Kiểm tra',
    backHref: '/',
    receivedAt: RECEIVED,
  });
  return keeping;
};
const here = (keeping = phone(), now = RECEIVED) => attemptsHere(keeping, REF.personId, now);
const ids = (attempts: readonly { readonly attemptId: string }[]) =>
  attempts.map(({ attemptId }) => attemptId);

describe('attempts that wait to be finished', () => {
  it('are those begun on this device, beside a list that is older than they are', () => {
    expect(here().open).toEqual([{ attemptId: 'A', quizId: 'Q', title: 'Kiểm tra', deadline: DEADLINE }]);
    expect(ids(attemptsNow({ data: { open: [elsewhere] }, since: 1 }, here()))).toEqual(['B', 'A']);
    expect(ids(attemptsNow({ data: { open: [listed] }, since: 1 }, here()))).toEqual(['A']);
    const offline = { type: '', code: 'offline', title: '', status: 0 };
    expect(ids(attemptsNow({ problem: offline }, here()))).toEqual(['A']);
  });

  it('are the service’s word alone once it has spoken', () => {
    expect(attemptsNow({ data: { open: [] } }, here())).toEqual([]);
  });

  it('are none that was handed in here, whatever list names it', () => {
    const keeping = phone();
    wishHandIn(keeping, REF, 'person');
    expect(attemptsNow({ data: { open: [listed, elsewhere] } }, here(keeping))).toEqual([elsewhere]);
    expect(attemptsNow({ data: { open: [listed] }, since: 1 }, here(keeping))).toEqual([]);
  });

  it('are none whose time is over, and nobody else’s', () => {
    expect(here(phone(), Date.parse(DEADLINE) + 1).open).toEqual([]);
    expect(attemptsHere(phone(), 'SOMEBODY', RECEIVED).open).toEqual([]);
  });
});
