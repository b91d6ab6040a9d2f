import type { CaptionLanguage, CaptionTrack } from '../contract-captions.ts';
import type { CaptionDraft, CaptionSet } from '../domain/captions.ts';
import { languageName } from '../messages.ts';

/** A track as those who work on it see it. */
export function trackView(
  { language, version, cues, savedAt, savedBy }: Omit<CaptionDraft, 'text'>,
  set: CaptionSet | undefined,
): CaptionTrack {
  const shown = set?.tracks.find((track) => track.language === language);
  return {
    ...{ version, cues, savedAt, savedBy },
    language: language as CaptionLanguage,
    ...(shown && { published: { version: shown.version, path: shown.path, at: shown.at } }),
  };
}

/**
 * A recording with the tracks that viewers can choose, played from the master that names them. The master goes with
 * the one that the recording was published with, and is left out beside another.
 */
export function withCaptions<V extends { readonly playlist?: string | undefined }>(
  view: V,
  set: CaptionSet | undefined,
): V & { readonly captions?: { language: CaptionLanguage; label: string; path: string }[] } {
  if (!set || set.tracks.length === 0 || !view.playlist) return view;
  const captions = set.tracks.map(({ language, path }) => ({
    language: language as CaptionLanguage,
    label: languageName(language),
    path,
  }));
  return { ...view, ...(view.playlist === set.base && { playlist: set.master }), captions };
}
