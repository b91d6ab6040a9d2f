import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { type EditorCommand, KEY_NAMES } from './editor-keys.ts';

const KEYS = Object.keys(KEY_NAMES) as readonly EditorCommand[];

/** In the order of the work: play, begin, end, and what is done to a caption then. */
const TOOLS = [
  'add',
  'start',
  'end',
  'earlier',
  'later',
  'previous',
  'next',
  'split',
  'merge',
  'remove',
] as const;

type ToolsProps = {
  readonly isPlaying: boolean;
  readonly canUndo: boolean;
  readonly act: (command: EditorCommand | 'remove') => void;
};

/** What is done to the caption at hand, by buttons. */
export const Tools = ({ isPlaying, canUndo, act }: ToolsProps) => {
  const { captions: t } = useMessages();
  return (
    <div class="caption-tools">
      <Button small onClick={() => act('toggle')}>
        {isPlaying ? t.pause : t.play}
      </Button>
      {TOOLS.map((command) => (
        <Button key={command} look="quiet" small onClick={() => act(command)}>
          {t.tools[command]}
        </Button>
      ))}
      {canUndo && (
        <Button look="quiet" small onClick={() => act('undo')}>
          {t.tools.undo}
        </Button>
      )}
    </div>
  );
};

/** The keys that do the same. */
export const Keys = () => {
  const { captions: t } = useMessages();
  const meanings = { ...t.tools, toggle: t.toggle, save: t.save };
  return (
    <details>
      <summary>{t.keysTitle}</summary>
      <dl class="caption-keys">
        {KEYS.map((command) => (
          <div key={command}>
            <dt>{KEY_NAMES[command]}</dt>
            <dd>{meanings[command]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
