import { useEffect, useRef, useState } from 'preact/hooks';
import type { MediaAsset } from '../../../../services/media/contract.ts';
import type { PlayFault } from '../../media-pass/play-fault.ts';
import { bringWords } from '../../messages/language.ts';
import { player } from '../../messages/vi/player.ts';
import { FaultNotice } from '../../player/fault-notice.tsx';
import { sourceOf, WHOLE } from '../../player/source.ts';
import { startPlaying } from '../../player/start-playing.ts';
import { useTransport } from '../../player/use-transport.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { CueList } from './cue-list.tsx';
import {
  add,
  type Edited,
  endAt,
  merge,
  moveHand,
  NUDGE_MS,
  nudge,
  remove,
  split,
  startAt,
} from './edit-cues.ts';
import { type EditorCommand, editorCommandOf } from './editor-keys.ts';
import { Keys, Tools } from './editor-tools.tsx';
import { SaveBar } from './save-bar.tsx';
import { useAboveKeyboard } from './use-above-keyboard.ts';
import { type Captions, type Track, useCaptions } from './use-captions.ts';
import { WaveformView } from './waveform.tsx';

bringWords({ player });

type Edit = Exclude<EditorCommand, 'toggle' | 'save' | 'undo'>;

/** What each command makes of the captions, with the playhead at an instant in ms. */
const EDITS: Readonly<Record<Edit | 'remove', (edited: Edited, ms: number) => Edited>> = {
  start: startAt,
  end: endAt,
  next: (edited) => moveHand(edited, 1),
  previous: (edited) => moveHand(edited, -1),
  earlier: (edited) => nudge(edited, -NUDGE_MS),
  later: (edited) => nudge(edited, NUDGE_MS),
  split,
  merge,
  add,
  remove,
};

/** The keys work wherever on the page the focus is, or is not: a caption that is cut takes it away for a moment. */
const useKeys = (act: (command: EditorCommand) => void): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = editorCommandOf(event);
      if (!command) return;
      event.preventDefault();
      latest.current(command);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
};

const toggle = (video: HTMLVideoElement | null): void => {
  if (video?.paused) void video.play().catch(() => undefined);
  else video?.pause();
};

const useEditor = (asset: MediaAsset, captions: Captions) => {
  const video = useRef<HTMLVideoElement>(null);
  const source = sourceOf(asset, WHOLE);
  const transport = useTransport(video, asset.durationMs);
  const [fault, setFault] = useState<PlayFault>();
  const [starts, setStarts] = useState(0);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (!video.current || !source) return undefined;
    setFault(undefined);
    // An editor begins at rest: what plays is what somebody asked for.
    const from = video.current.currentTime;
    return startPlaying(video.current, { source, from }, setFault, { isAtRest: true }).stop;
  }, [source?.address, starts]);
  const go = (seconds: number): void => {
    if (video.current) video.current.currentTime = seconds;
  };
  const act = (command: EditorCommand | 'remove'): void => {
    const element = video.current;
    if (command === 'save') return void (captions.canSave && captions.save());
    if (command === 'undo') {
      captions.undo();
      return;
    }
    if (command === 'toggle') return void toggle(element);
    const next = EDITS[command](captions.now(), (element?.currentTime ?? 0) * 1000);
    captions.edit(next);
    if (command === 'add') setAdded(added + 1);
    const cue = next.cues[next.at];
    if (cue && (command === 'next' || command === 'previous')) go(cue.startMs / 1000);
  };
  return { video, transport, fault, startAgain: () => setStarts(starts + 1), go, act, added };
};

type Props = {
  readonly asset: MediaAsset;
  readonly language: Track['language'];
  readonly saved: Track | undefined;
};

/** The captions of one language: picture and sound on one side, the lines on the other. */
export const Editor = ({ asset, language, saved }: Props) => {
  const who = useStore(session);
  const personId = who.state === 'in' ? who.personId : '';
  const { assetId, durationMs = 0 } = asset;
  const captions = useCaptions({ of: { personId, assetId, language }, saved, durationMs });
  const { video, transport, fault, startAgain, go, act, added } = useEditor(asset, captions);
  const { edited, edit, faults } = captions;
  useKeys(act);
  const picture = useAboveKeyboard();
  return (
    <div class="caption-editor">
      <div class="stack-tight caption-side">
        <div ref={picture} class="caption-picture">
          {/* biome-ignore lint/a11y/useMediaCaption: they are being written beside it */}
          <video
            ref={video}
            class="video"
            playsInline
            controls
            poster={asset.poster}
            aria-label={asset.title}
          />
        </div>
        <FaultNotice fault={fault} startAgain={startAgain} lighter={undefined} />
        <WaveformView
          address={asset.waveform}
          cues={edited.cues}
          at={edited.at}
          time={transport.time}
          onSeek={go}
        />
        <Tools isPlaying={transport.isPlaying} canUndo={captions.canUndo} act={act} />
        <Keys />
      </div>
      <div class="stack-tight">
        <SaveBar captions={captions} fileName={`${asset.title}.${language}.vtt`} />
        <CueList
          edited={edited}
          added={added}
          faults={faults}
          onEdit={edit}
          onPick={(at) => {
            edit({ ...edited, at });
            go((edited.cues[at]?.startMs ?? 0) / 1000);
          }}
        />
      </div>
    </div>
  );
};
