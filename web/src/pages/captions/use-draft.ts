import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cue } from '#shared/text/cue.ts';
import { beginUnfinished } from '../../state/unfinished.ts';
import {
  type DraftState,
  editDraft,
  firstDraft,
  type Saved,
  savedDraft,
  settleDraft,
  undoDraft,
} from './draft.ts';
import type { Edited } from './edit-cues.ts';
import { type DraftOf, forgetCaptions, keepCaptions, keptCaptions } from './kept-draft.ts';

/** Captions as they are edited, kept on the device with every change until they are saved. */
export const useDraft = (of: DraftOf, saved: Saved) => {
  const [kept] = useState(() => keptCaptions(of));
  const [draft, setDraft] = useState(() => firstDraft(kept, saved));
  const [isKept, setKept] = useState(true);
  // What is typed while an answer is on its way is news to whoever waits for it.
  const latest = useRef(draft);
  const put = (next: DraftState): void => {
    latest.current = next;
    setDraft(next);
    if (next.isChanged) setKept(keepCaptions(of, { version: next.from, cues: next.edited.cues }));
    else forgetCaptions(of);
  };
  useEffect(() => (draft.isChanged ? beginUnfinished() : undefined), [draft.isChanged]);
  return {
    ...draft,
    /** Whether the device took what is not saved. */
    isKept,
    now: () => latest.current,
    edit: (next: Edited) => put(editDraft(latest.current, next)),
    undo: () => put(undoDraft(latest.current)),
    /** These lines were saved as this version. */
    settle: (version: number, cues: readonly Cue[]) => put(settleDraft(latest.current, { version, cues })),
    replace: (other: Saved) => put(savedDraft(other)),
    isOutrun: kept !== undefined && draft.from < saved.version,
  };
};
export type Draft = ReturnType<typeof useDraft>;
