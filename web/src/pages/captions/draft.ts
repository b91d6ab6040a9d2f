import type { Cue } from '#shared/text/cue.ts';
import { readCaptions } from '#shared/text/webvtt.ts';
import type { Edited } from './edit-cues.ts';
import type { KeptCaptions } from './kept-draft.ts';

/** What was saved last; version 0 is that of captions that nobody has saved. */
export type Saved = { readonly version: number; readonly text: string };

/** So many changes can be taken back. */
const MOST_STEPS = 100;

/** Captions as they are edited, and the version that they go on from, whatever has been saved since. */
export type DraftState = {
  readonly edited: Edited;
  readonly from: number;
  /** What was saved last, as the same objects; undefined where what is edited came from the device. */
  readonly saved: readonly Cue[] | undefined;
  readonly isChanged: boolean;
  /** How it was before each change, the latest last. */
  readonly steps: readonly Edited[];
  /** The caption whose words were changed last: what is typed in one go is taken back in one go. */
  readonly typedAt: number | undefined;
};

const fresh = { steps: [], typedAt: undefined };

export const savedDraft = ({ version, text }: Saved): DraftState => {
  const cues = text === '' ? [] : readCaptions(text).cues;
  return { ...fresh, edited: { cues, at: 0 }, from: version, saved: cues, isChanged: false };
};

/** What somebody left without saving comes before what was saved. */
export const firstDraft = (kept: KeptCaptions | undefined, saved: Saved): DraftState =>
  kept
    ? { ...fresh, edited: { cues: kept.cues, at: 0 }, from: kept.version, saved: undefined, isChanged: true }
    : savedDraft(saved);

/** Which caption has other words and is the same in all else; undefined for every other change. */
const typedIn = (before: Edited, { cues, at }: Edited): number | undefined => {
  if (before.at !== at || before.cues.length !== cues.length) return undefined;
  const isSame = cues.every((cue, n) => {
    const was = before.cues[n];
    return cue === was || (n === at && cue.startMs === was?.startMs && cue.endMs === was.endMs);
  });
  return isSame ? at : undefined;
};

export const editDraft = (draft: DraftState, edited: Edited): DraftState => {
  if (edited.cues === draft.edited.cues)
    return { ...draft, edited, typedAt: edited.at === draft.edited.at ? draft.typedAt : undefined };
  const typedAt = typedIn(draft.edited, edited);
  const goesOn = typedAt !== undefined && typedAt === draft.typedAt;
  const steps = goesOn ? draft.steps : [...draft.steps, draft.edited].slice(-MOST_STEPS);
  return { ...draft, edited, steps, typedAt, isChanged: edited.cues !== draft.saved };
};

/** Takes the last change back; as it is where there is none. */
export const undoDraft = (draft: DraftState): DraftState => {
  const edited = draft.steps.at(-1);
  if (!edited) return draft;
  const steps = draft.steps.slice(0, -1);
  return { ...draft, edited, steps, typedAt: undefined, isChanged: edited.cues !== draft.saved };
};

/** After these lines were saved as a version: what was typed while they were on their way is still to be saved. */
export const settleDraft = (
  draft: DraftState,
  saved: { readonly version: number; readonly cues: readonly Cue[] },
): DraftState => ({
  ...draft,
  from: saved.version,
  saved: saved.cues,
  typedAt: undefined,
  isChanged: draft.edited.cues !== saved.cues,
});
