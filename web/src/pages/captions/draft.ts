import type { Cue } from '#shared/text/cue.ts';
import { readCaptions } from '#shared/text/webvtt.ts';
import type { Edited } from './edit-cues.ts';
import type { KeptCaptions } from './kept-draft.ts';

/** What was saved last; version 0 is that of captions that nobody has saved. */
export type Saved = { readonly version: number; readonly text: string };

/** Captions as they are edited, and the version that they go on from, whatever has been saved since. */
export type DraftState = { readonly edited: Edited; readonly from: number; readonly isChanged: boolean };

export const savedDraft = ({ version, text }: Saved): DraftState => ({
  edited: { cues: text === '' ? [] : readCaptions(text).cues, at: 0 },
  from: version,
  isChanged: false,
});

/** What somebody left without saving comes before what was saved. */
export const firstDraft = (kept: KeptCaptions | undefined, saved: Saved): DraftState =>
  kept ? { edited: { cues: kept.cues, at: 0 }, from: kept.version, isChanged: true } : savedDraft(saved);

export const editDraft = (draft: DraftState, edited: Edited): DraftState => ({
  ...draft,
  edited,
  isChanged: draft.isChanged || edited.cues !== draft.edited.cues,
});

/** After these lines were saved as a version: what was typed while they were on their way is still to be saved. */
export const settleDraft = (
  { edited }: DraftState,
  saved: { readonly version: number; readonly cues: readonly Cue[] },
): DraftState => ({ edited, from: saved.version, isChanged: edited.cues !== saved.cues });
