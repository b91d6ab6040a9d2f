import { describe, expect, it } from 'vitest';
import type { ListedStorage } from '../state/storage.ts';
import { forgetBelongings } from './belongings.ts';

const storageOf = (entries: Readonly<Record<string, unknown>>) => {
  const map = new Map(Object.entries(entries).map(([key, value]) => [key, JSON.stringify(value)]));
  const storage: ListedStorage = {
    read: (key) => map.get(key),
    write: (key, value) => map.set(key, value).size > 0,
    remove: (key) => void map.delete(key),
    keys: () => [...map.keys()],
  };
  return { storage, left: () => [...map.keys()] };
};

const ofDevice = {
  'hvs.language': 'vi',
  'hvs.text-size': 2,
  'hvs.people': [],
  'hvs.practice.guest': {},
  'hvs.read.guest': {},
};
const sent = (who: string) => ({
  [`hvs.practice.${who}`]: {},
  [`hvs.read.${who}`]: {},
  [`hvs.waited.${who}`]: [],
  [`hvs.away.${who}`]: [],
  [`hvs.quiz.${who}.ENDED.outcome`]: { attempt: {} },
  [`hvs.quiz.${who}.ENDED.review`]: {},
  [`hvs.quiz.${who}.ENDED.answer.1`]: { saved: false },
  [`hvs.quiz.${who}.SAVED.paper`]: {},
  [`hvs.viewing.${who}.place.A`]: {},
  [`hvs.quiz.${who}.SAVED.answer.1`]: { saved: true },
});
const unsent = (who: string) => ({
  [`hvs.quiz.${who}.OPEN.paper`]: {},
  [`hvs.quiz.${who}.OPEN.place`]: 1,
  [`hvs.quiz.${who}.OPEN.answer.1`]: { saved: true },
  [`hvs.quiz.${who}.OPEN.answer.2`]: { saved: false, response: { kind: 'true-false', value: true } },
  [`hvs.quiz.${who}.WISHED.paper`]: {},
  [`hvs.quiz.${who}.WISHED.wish`]: 'person',
  [`hvs.course-draft.${who}`]: {},
  [`hvs.captions-draft.${who}.A.vi`]: {},
  [`hvs.viewing.${who}.beat.S.1`]: {},
  [`hvs.package.${who}.A.S`]: {},
  [`hvs.sheets.${who}.EXAM`]: {},
  [`hvs.upload.${who}.details`]: {},
  [`hvs.upload.${who}.00001-0001-ab`]: {},
});

describe('what is left of somebody who is no longer on the device', () => {
  it('is the work that was not sent, and nothing else', () => {
    const mine = { ...sent('HERE'), ...unsent('HERE') };
    const { storage, left } = storageOf({ ...ofDevice, ...mine, ...sent('GONE'), ...unsent('GONE') });
    forgetBelongings(storage, new Set(['HERE']));
    expect(left()).toEqual(Object.keys({ ...ofDevice, ...mine, ...unsent('GONE') }));
  });

  it('is nothing at all when they had borrowed it', () => {
    const borrower = { 'hvs.borrower.GONE': 1 };
    const { storage, left } = storageOf({ ...ofDevice, ...sent('GONE'), ...unsent('GONE'), ...borrower });
    forgetBelongings(storage, new Set());
    expect(left()).toEqual(Object.keys(ofDevice));
  });

  it('is everything while a sign-in of theirs lives, borrowed or not', () => {
    const all = { ...sent('HERE'), ...unsent('HERE'), 'hvs.borrower.HERE': 1 };
    const { storage, left } = storageOf(all);
    forgetBelongings(storage, new Set(['HERE']));
    expect(left()).toEqual(Object.keys(all));
  });
});
