import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDraft, firstDraft, savedDraft, settleDraft, undoDraft } from './draft.ts';
import { add, change, type Edited, merge, moveHand, nudge, remove, split, startAt } from './edit-cues.ts';
import { type DraftOf, keepCaptions, keptCaptions } from './kept-draft.ts';

const SAVED = { version: 3, text: 'WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào\n' };
const of: DraftOf = { personId: 'P', assetId: 'A', language: 'vi' };

describe('captions that are edited', () => {
  it('stay unsaved when something was typed while they were being saved', () => {
    const sent = editDraft(savedDraft(SAVED), change(savedDraft(SAVED).edited, { text: 'Xin chào bà con' }));
    expect(settleDraft(sent, { version: 4, cues: sent.edited.cues })).toMatchObject({
      from: 4,
      isChanged: false,
    });
    const typed = editDraft(sent, change(sent.edited, { text: 'Xin chào bà con cô bác' }));
    const after = settleDraft(typed, { version: 4, cues: sent.edited.cues });
    expect(after).toMatchObject({ from: 4, isChanged: true });
    expect(after.edited.cues[0]?.text).toBe('Xin chào bà con cô bác');
  });

  it('are not changed by a hand that moves', () => {
    const draft = savedDraft(SAVED);
    expect(editDraft(draft, { ...draft.edited, at: 0 }).isChanged).toBe(false);
  });

  it('come back from the device as they were left, with the lines that have no words yet', () => {
    const held = new Map<string, string>();
    const storage = {
      read: (key: string) => held.get(key),
      write: (key: string, value: string) => Boolean(held.set(key, value)),
      remove: (key: string) => void held.delete(key),
    };
    const { cues } = add(add(savedDraft(SAVED).edited, 4_000), 9_000);
    keepCaptions(of, { version: 3, cues }, storage);
    const back = firstDraft(keptCaptions(of, storage), SAVED);
    expect(back.edited.cues.map(({ text }) => text)).toEqual(['Xin chào', '', '']);
    expect(back).toMatchObject({ from: 3, isChanged: true });
  });

  it('take back what was typed in one go, then the caption before it, down to what was saved', () => {
    const start = savedDraft(SAVED);
    const typed = ['X', 'Xi', 'Xin'].reduce(
      (draft, text) => editDraft(draft, change(draft.edited, { text })),
      editDraft(start, add(start.edited, 4_000)),
    );
    const removed = editDraft(typed, remove(typed.edited));
    const back = undoDraft(removed);
    expect(back.edited).toEqual(typed.edited);
    expect(undoDraft(back).edited.cues.map(({ text }) => text)).toEqual(['Xin chào', '']);
    expect(undoDraft(undoDraft(back))).toEqual(start);
    const after = editDraft(
      settleDraft(typed, { version: 4, cues: typed.edited.cues }),
      change(typed.edited, { text: 'Xin chào' }),
    );
    expect(undoDraft(after), 'what was saved between is a step').toMatchObject({ isChanged: false });
    expect(undoDraft(start)).toBe(start);
  });

  it('come back to what was saved however they were changed, and are not changed then', () => {
    const edits = [
      (edited: Edited, ms: number) => add(edited, ms),
      (edited: Edited, ms: number) => startAt(edited, ms),
      (edited: Edited, ms: number) => split(edited, ms),
      (edited: Edited, ms: number) => nudge(edited, ms - 5_000),
      (edited: Edited, ms: number) => change(edited, { text: `${ms}` }),
      (edited: Edited, ms: number) => moveHand(edited, ms - 5_000),
      merge,
      remove,
    ];
    const step = fc.tuple(fc.constantFrom(...edits), fc.nat(10_000));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let draft = steps.reduce((so, [edit, ms]) => editDraft(so, edit(so.edited, ms)), savedDraft(SAVED));
        while (draft.steps.length > 0) draft = undoDraft(draft);
        expect(draft.edited.cues).toEqual(savedDraft(SAVED).edited.cues);
        expect(draft.isChanged).toBe(false);
      }),
    );
  });
});
