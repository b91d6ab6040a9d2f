import { useEffect, useRef } from 'preact/hooks';
import { formatSpan } from '../format/dates.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../ui/icon.tsx';
import { type Command, STEP } from './keys.ts';
import type { Fullscreen } from './use-fullscreen.ts';
import type { Transport } from './use-transport.ts';

export type Panel = 'captions' | 'settings' | undefined;

type Props = {
  /** Nothing but sound: there is no picture to make larger. */
  readonly isSound: boolean;
  readonly transport: Transport;
  readonly captions: readonly unknown[];
  readonly panel: Panel;
  readonly reading: { readonly isReading: boolean; readonly setReading: (isReading: boolean) => void };
  readonly fullscreen: Fullscreen;
  readonly onCommand: (command: Command) => void;
  readonly onPanel: (panel: Panel) => void;
};

/** The three that everybody presses. The middle one has the focus at first: a press on the picture led here. */
const Steps = ({ transport, onCommand }: Pick<Props, 'transport' | 'onCommand'>) => {
  const { player: t } = useMessages();
  const middle = useRef<HTMLButtonElement>(null);
  useEffect(() => middle.current?.focus(), []);
  const skip = (seconds: number) => () => onCommand({ type: 'skip', seconds });
  const step = (
    <span aria-hidden="true">
      {STEP}
      <span class="player-unit">{t.seconds}</span>
    </span>
  );
  return (
    <div class="player-steps">
      <button type="button" class="btn btn-quiet" aria-label={t.back} onClick={skip(-STEP)}>
        <Icon name="back" />
        {step}
      </button>
      <button ref={middle} type="button" class="btn" onClick={() => onCommand({ type: 'toggle' })}>
        <Icon name={transport.isPlaying ? 'pause' : 'play'} />
        {transport.isPlaying ? t.pause : t.play}
      </button>
      <button type="button" class="btn btn-quiet" aria-label={t.ahead} onClick={skip(STEP)}>
        {step}
        <Icon name="forward" />
      </button>
    </div>
  );
};

/** Buttons with words: a sign that nobody taught says nothing. */
export const Controls = ({
  isSound,
  transport,
  captions,
  panel,
  reading: { isReading, setReading },
  fullscreen,
  onCommand,
  onPanel,
}: Props) => {
  const { player: t } = useMessages();
  const opener = (which: NonNullable<Panel>, label: string) => (
    <button
      type="button"
      class="btn btn-quiet btn-small"
      aria-expanded={panel === which}
      onClick={() => onPanel(panel === which ? undefined : which)}
    >
      {label}
    </button>
  );
  return (
    <div class="player-controls">
      <p class="number player-time">
        {t.timeOf(formatSpan(transport.time * 1000), formatSpan(transport.duration * 1000))}
      </p>
      <Steps transport={transport} onCommand={onCommand} />
      <div class="player-more">
        {(captions.length > 0 || !isSound) && opener('captions', t.captions)}
        {opener('settings', t.settings)}
        {captions.length > 0 && (
          <button
            type="button"
            class="btn btn-quiet btn-small"
            aria-expanded={isReading}
            onClick={() => setReading(!isReading)}
          >
            {isReading ? t.closeTranscript : t.openTranscript}
          </button>
        )}
        {!isSound && (
          <button type="button" class="btn btn-quiet btn-small" onClick={fullscreen.toggle}>
            {fullscreen.isOn ? t.leaveFullscreen : t.fullscreen}
          </button>
        )}
      </div>
    </div>
  );
};
