import './read-aloud.css';
import type { RefObject } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useMessages } from '../messages/use-messages.ts';
import { createReading } from '../speech/reading.ts';
import { useVietnameseVoice } from '../speech/voice.ts';
import { useStore } from '../state/store.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

type Props = {
  /** The element whose text is read, sentence by sentence. */
  readonly of: RefObject<Element | null>;
  readonly small?: boolean;
};

const Controls = ({ of, small, voice }: Props & { voice: SpeechSynthesisVoice }) => {
  const { common } = useMessages();
  const t = common.readAloud;
  const reading = useMemo(() => createReading(() => of.current, voice), [of, voice]);
  const state = useStore(reading.state);
  useEffect(() => {
    // A page that was left must not go on talking.
    addEventListener('pagehide', reading.stop);
    return () => {
      removeEventListener('pagehide', reading.stop);
      reading.stop();
    };
  }, [reading]);
  const isReading = state === 'reading';
  return (
    <>
      <Button look="quiet" small={small === true} onClick={isReading ? reading.pause : reading.start}>
        <Icon name={isReading ? 'pause' : 'speak'} />
        {isReading ? t.pause : state === 'paused' ? t.resume : t.start}
      </Button>
      {state !== 'idle' && (
        <Button look="quiet" small={small === true} onClick={reading.stop}>
          <Icon name="stop" />
          {t.stop}
        </Button>
      )}
    </>
  );
};

/** Reads a text aloud with the device's own Vietnamese voice; devices without one show no button. */
export const ReadAloud = (props: Props) => {
  const voice = useVietnameseVoice();
  return voice ? <Controls {...props} voice={voice} /> : null;
};
