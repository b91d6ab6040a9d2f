import { useState } from 'preact/hooks';
import { type CourseDraft, emptyDraft } from './course-draft.ts';
import { keepDraft, keptDraft } from './kept-draft.ts';

/** The draft of a person; every change is kept on the device at once, `isKept` says whether the last one was. */
export const useCourseDraft = (personId: string) => {
  const [draft, setDraft] = useState(() => keptDraft(personId) ?? emptyDraft);
  const [isKept, setKept] = useState(true);
  const change = (part: Partial<CourseDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    setKept(keepDraft(personId, next));
  };
  return { draft, change, isKept };
};
