import { describe, expect, it } from 'vitest';
import type { Response } from '../../../services/quizzes/contract.ts';
import { type Courier, carryOutAll } from './carry-out.ts';
import { answerOn, draftOf, keepAttempt, sheetOf, wishHandIn } from './drafts.ts';
import { outcomeOf } from './outcomes.ts';
import { forgetRefused, leaveOut, refusedOf } from './refused-files.ts';
import { attempt, Centre, OnePhone, REF, text } from './testing/one-phone.ts';

const about = { title: 'Quiz', backHref: '/khoa-hoc/x', receivedAt: 0 };
const now = () => 0;
const fileOf = (name: string) => ({ fileId: name.repeat(64), name, mediaType: 'image/png', bytes: 1 });
const files = (...names: string[]): Response => ({ kind: 'file-answer', files: names.map(fileOf) });
const namesOf = (response: Response | undefined): readonly string[] =>
  response?.kind === 'file-answer' ? response.files.map(({ name }) => name) : [];

/** A phone whose courier brings files before their answer, and a centre that takes no file named `b`. */
const opened = (navigation: 'free' | 'one-way' = 'free') => {
  const centre = new Centre();
  const { keeping } = new OnePhone().openTab();
  keepAttempt(keeping, REF.personId, attempt({ navigation }), about);
  const plain = centre.courier([]);
  const courier: Courier = {
    ...plain,
    save: async (ref, itemId, entry) => {
      if (!namesOf(entry.response).includes('b')) return plain.save(ref, itemId, entry);
      leaveOut(keeping, ref, itemId, fileOf('b'), 'refused');
      return 'unfit';
    },
  };
  return { centre, keeping, send: () => carryOutAll({ keeping, courier, now }, REF.personId) };
};

describe('an answer that the centre can never store', () => {
  it('leaves the one before it, and the next answer counts on and is stored', async () => {
    const { centre, keeping, send } = opened();
    centre.isUnfit = (response) => JSON.stringify(response) === JSON.stringify(text('unfit'));
    answerOn(keeping, REF, 'a', text('first'));
    await send();
    answerOn(keeping, REF, 'a', text('unfit'));
    await send();
    expect(sheetOf(keeping, REF).a?.response).toEqual(text('first'));
    answerOn(keeping, REF, 'a', text('third'));
    await send();
    expect(centre.stored.get('a')?.response).toEqual(text('third'));
    expect(sheetOf(keeping, REF).a?.response).toEqual(text('third'));
  });
});

describe('a file that the centre does not take', () => {
  it('goes out of its answer alone: the others and the next one are stored', async () => {
    const { centre, keeping, send } = opened();
    answerOn(keeping, REF, 'a', files('a'));
    await send();
    answerOn(keeping, REF, 'a', files('a', 'b'));
    await send();
    expect(namesOf(sheetOf(keeping, REF).a?.response)).toEqual(['a']);
    expect(refusedOf(keeping, REF, 'a')).toMatchObject([{ name: 'b', why: 'refused' }]);
    answerOn(keeping, REF, 'a', files('a', 'c'));
    await send();
    expect(namesOf(centre.stored.get('a')?.response)).toEqual(['a', 'c']);
  });

  it('stores the others also when none was there before', async () => {
    const { centre, keeping, send } = opened();
    answerOn(keeping, REF, 'a', files('a', 'b'));
    await send();
    expect(namesOf(centre.stored.get('a')?.response)).toEqual(['a']);
  });

  it('holds a hand-in that was pressed meanwhile, at its question, until it is pressed again', async () => {
    const { centre, keeping, send } = opened();
    answerOn(keeping, REF, 'c', files('b'));
    wishHandIn(keeping, REF, 'person');
    expect(await send()).toBe(true);
    expect(centre.submissions).toBe(0);
    expect(draftOf(keeping, REF)).toMatchObject({ wish: undefined, place: 2 });
    wishHandIn(keeping, REF, 'person');
    await send();
    expect(centre.submissions).toBe(1);
    expect(outcomeOf(keeping, REF)).toMatchObject({ refused: 1, late: 0 });
  });

  it('holds nothing where nobody may go back, and the result tells', async () => {
    const { centre, keeping, send } = opened('one-way');
    answerOn(keeping, REF, 'a', files('b'));
    wishHandIn(keeping, REF, 'person');
    await send();
    expect(centre.submissions).toBe(1);
    expect(outcomeOf(keeping, REF)).toMatchObject({ refused: 1 });
  });

  it('is told of until the person has seen it', async () => {
    const { keeping, send } = opened();
    answerOn(keeping, REF, 'a', files('b'));
    await send();
    forgetRefused(keeping, REF, 'a');
    wishHandIn(keeping, REF, 'person');
    await send();
    expect(outcomeOf(keeping, REF)).toMatchObject({ refused: 0 });
  });
});
