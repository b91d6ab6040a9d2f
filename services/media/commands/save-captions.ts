import { type ReadingFault, readCaptions, writeWebVtt } from '#shared/text/webvtt.ts';
import type { CaptionStore } from '../caption-store.ts';
import type { CaptionDraft } from '../domain/captions.ts';

type SaveCaptions = {
  readonly assetId: string;
  readonly language: string;
  /** The version that was worked on; 0 for the first. */
  readonly from: number;
  /** WebVTT or SubRip. */
  readonly text: string;
  readonly by: string;
  readonly at: string;
};

/**
 * Saves a draft, written anew so that notes and looks of other programs are left behind. Somebody who worked on an
 * older version is refused, but for a repeat of the saving that made the newest one.
 */
export async function saveCaptions(
  store: CaptionStore,
  { from, text, by, at, ...track }: SaveCaptions,
): Promise<CaptionDraft | 'conflict' | 'too-long' | { readonly faults: readonly ReadingFault[] }> {
  const { cues, faults } = text.trim() === '' ? { cues: [], faults: [] } : readCaptions(text);
  if (faults.length > 0) return { faults };
  const draft: CaptionDraft = {
    ...track,
    version: from + 1,
    cues: cues.length,
    text: writeWebVtt(cues),
    savedAt: at,
    savedBy: by,
  };
  const saved = await store.saveDraft(draft);
  if (saved !== 'conflict') return saved === 'saved' ? draft : saved;
  const now = await store.findDraft(track.assetId, track.language);
  const isRepeat = now?.version === draft.version && now.savedBy === by && now.text === draft.text;
  return isRepeat ? now : 'conflict';
}
