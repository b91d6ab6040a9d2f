import { useMessages } from '../messages/use-messages.ts';
import type { Panel } from './controls.tsx';
import { CaptionChoices, QualityChoices, SpeedChoices } from './settings.tsx';
import type { Captions } from './source.ts';
import type { CaptionChoice } from './use-choices.ts';
import type { usePlayback } from './use-playback.ts';

type Props = {
  readonly panel: Panel;
  readonly captions: readonly Captions[];
  readonly choice: CaptionChoice;
  readonly playback: ReturnType<typeof usePlayback>;
  readonly speed: readonly [number, (speed: number) => void];
};

/** What is chosen once in a while, open under the controls. */
export const Panels = ({ panel, captions, choice, playback, speed: [speed, setSpeed] }: Props) => {
  const { player: t } = useMessages();
  if (panel === undefined) return null;
  return (
    <div class="player-panel">
      {panel === 'captions' ? (
        <CaptionChoices captions={captions} choice={choice} />
      ) : (
        <>
          <QualityChoices
            qualities={playback.qualities}
            chosen={playback.choice}
            onChoose={playback.choose}
          />
          <SpeedChoices speed={speed} onChoose={setSpeed} />
          <p class="muted player-keys">{t.keys}</p>
        </>
      )}
    </div>
  );
};
