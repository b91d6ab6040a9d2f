import { describe, expect, it } from 'vitest';
import { editDraft, firstDraft, savedDraft, settleDraft } from './draft.ts';
import { add, change } from './edit-cues.ts';
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
});
