import { describe, expect, it } from 'vitest';
import type { DeviceStorage } from '../../state/storage.ts';
import { emptyDraft } from './course-draft.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';

const storageOf = (kept = new Map<string, string>(), room = true): DeviceStorage => ({
  read: (key) => kept.get(key),
  write: (key, value) => {
    if (room) kept.set(key, value);
    return room;
  },
  remove: (key) => void kept.delete(key),
});

describe('the draft of a course', () => {
  const draft = { ...emptyDraft, title: 'Đổi mật khẩu', slug: 'mat-khau' };

  it('comes back as it was written, to its writer alone, until it is forgotten', () => {
    const storage = storageOf();
    expect(keepDraft('p1', draft, storage)).toBe(true);
    expect(keptDraft('p1', storage)).toEqual(draft);
    expect(keptDraft('p2', storage)).toBeUndefined();
    forgetDraft('p1', storage);
    expect(keptDraft('p1', storage)).toBeUndefined();
  });

  it('is none while nothing was written, or when it cannot be read', () => {
    const storage = storageOf();
    keepDraft('p1', emptyDraft, storage);
    expect(keptDraft('p1', storage)).toBeUndefined();
    expect(keptDraft('p1', storageOf(new Map([['hvs.course-draft.p1', '{"title":']])))).toBeUndefined();
  });

  it('fills in what an older page did not know', () => {
    const storage = storageOf(new Map([['hvs.course-draft.p1', '{"title":"A"}']]));
    expect(keptDraft('p1', storage)).toEqual({ ...emptyDraft, title: 'A' });
  });

  it('says when the device has no room', () => {
    expect(keepDraft('p1', draft, storageOf(new Map(), false))).toBe(false);
  });
});
