import { useEffect, useState } from 'preact/hooks';
import { readCaptions, writeWebVtt } from '#shared/text/webvtt.ts';
import { beginUnfinished } from '../../state/unfinished.ts';
import type { Edited } from './edit-cues.ts';
import { type DraftOf, forgetCaptions, keepCaptions, keptCaptions } from './kept-draft.ts';

/** How long (ms) typing rests before it is kept: a word, not every letter. */
const REST_MS = 400;

/** What was saved last; version 0 is that of captions that nobody has saved. */
export type Saved = { readonly version: number; readonly text: string };

const editedFrom = (text: string): Edited => ({ cues: text === '' ? [] : readCaptions(text).cues, at: 0 });

/**
 * Captions as they are edited, kept on the device until they are saved. A draft goes on from the version that it was
 * begun with, whatever has been saved since.
 */
export const useDraft = (of: DraftOf, saved: Saved) => {
  const [kept] = useState(() => keptCaptions(of));
  const [edited, setEdited] = useState<Edited>(() => editedFrom((kept ?? saved).text));
  const [from, setFrom] = useState((kept ?? saved).version);
  const [isChanged, setChanged] = useState(kept !== undefined);
  useEffect(() => {
    if (!isChanged) return undefined;
    const finish = beginUnfinished();
    const keep = () => keepCaptions(of, { version: from, text: writeWebVtt(edited.cues) });
    const timer = setTimeout(keep, REST_MS);
    return () => {
      clearTimeout(timer);
      finish();
    };
  }, [edited.cues, isChanged, from]);
  const edit = (next: Edited): void => {
    setEdited(next);
    if (next.cues !== edited.cues) setChanged(true);
  };
  /** It is what was saved as this version. */
  const settle = (version: number): void => {
    forgetCaptions(of);
    setFrom(version);
    setChanged(false);
  };
  const replace = ({ version, text }: Saved): void => {
    setEdited(editedFrom(text));
    settle(version);
  };
  return {
    edited,
    edit,
    from,
    isChanged,
    settle,
    replace,
    isOutrun: kept !== undefined && from < saved.version,
  };
};
export type Draft = ReturnType<typeof useDraft>;
