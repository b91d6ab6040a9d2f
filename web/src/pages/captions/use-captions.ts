import { useState } from 'preact/hooks';
import { type CueFaultCode, faultsOf, KEEPS_BACK } from '#shared/text/cue-faults.ts';
import { type ReadingFault, readCaptions, writeWebVtt } from '#shared/text/webvtt.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useAction } from '../../state/use-action.ts';
import type { DraftOf } from './kept-draft.ts';
import { type Draft, useDraft } from './use-draft.ts';

export type Track = BodyOf<'getCaptions'>;
type Of = DraftOf & { readonly language: Track['language'] };

/** Saves captions, shows them to viewers and takes them off. */
const useCalls = ({ assetId, language }: Of, saved: Track | undefined, draft: Draft) => {
  const [track, setTrack] = useState<Omit<Track, 'text'> | undefined>(saved);
  const { run, busy, problem } = useAction();
  const [isBehind, setBehind] = useState(draft.isOutrun);
  const params = { assetId, language };
  /** The version that was saved; undefined when it was refused. */
  const save = async (): Promise<number | undefined> => {
    const { from, edited } = draft.now();
    const body = { version: from, text: writeWebVtt(edited.cues) };
    const answer = await run(body, async () => {
      const reply = await api.saveCaptions({ params, body });
      if (!reply.ok && reply.problem.code === 'conflict') setBehind(true);
      return reply;
    });
    if (!answer) return undefined;
    draft.settle(answer.version, edited.cues);
    setTrack(answer);
    return answer.version;
  };
  const publish = async (): Promise<void> => {
    const version = draft.now().isChanged ? await save() : draft.now().from;
    if (version === undefined) return;
    const answer = await run(version, () => api.publishCaptions({ params, body: { version } }));
    if (answer) setTrack(answer);
  };
  const withdraw = () => api.withdrawCaptions({ params });
  /** Leaves this draft and goes on with what was saved last. */
  const giveWay = async (): Promise<void> => {
    const answer = await run('give way', () => api.getCaptions({ params }));
    if (!answer) return;
    draft.replace(answer);
    setTrack(answer);
    setBehind(false);
  };
  return { track, noteTrack: setTrack, busy, problem, isBehind, save, publish, withdraw, giveWay };
};

const UNSAVED = { version: 0, text: '' };

type Options = {
  readonly of: Of;
  /** Undefined for a language that has none. */
  readonly saved: Track | undefined;
  readonly durationMs: number;
};

/** Captions at work: what is edited, what is wrong with it, and what can be done with it as a whole. */
export const useCaptions = ({ of, saved, durationMs }: Options) => {
  const draft = useDraft(of, saved ?? UNSAVED);
  const calls = useCalls(of, saved, draft);
  const [importFaults, setImportFaults] = useState<readonly ReadingFault[]>([]);
  const { edited, edit, undo, isChanged, isKept } = draft;
  const faults = faultsOf(edited.cues, durationMs);
  const has = (...codes: readonly CueFaultCode[]) =>
    faults.some((one) => one.some(({ code }) => codes.includes(code)));
  const isHeld = has('empty');
  const importText = (text: string): void => {
    const read = readCaptions(text);
    setImportFaults(read.faults);
    if (read.cues.length > 0) edit({ cues: read.cues, at: 0 });
  };
  return {
    ...calls,
    ...{ edited, edit, undo, isChanged, isKept, faults, importFaults, importText },
    now: () => draft.now().edited,
    canUndo: draft.steps.length > 0,
    /** A caption without words cannot be kept in a file. */
    isHeld,
    canSave: isChanged && !isHeld && !calls.isBehind,
    keepsBack: has(...KEEPS_BACK),
    text: () => writeWebVtt(edited.cues),
  };
};
export type Captions = ReturnType<typeof useCaptions>;
