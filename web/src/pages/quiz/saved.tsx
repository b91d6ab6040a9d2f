import { useMessages } from '../../messages/use-messages.ts';
import type { Entry } from '../../quiz/answer-sheet.ts';
import type { SaverState } from '../../quiz/saver.ts';
import { Icon } from '../../ui/icon.tsx';

/** Whether this answer is safe: on the server, on its way, or on the device until the network is back. */
export const Saved = ({ entry, state }: { entry: Entry | undefined; state: SaverState }) => {
  const { quiz: t } = useMessages();
  const isWaiting = state === 'waiting';
  return (
    <p class="saved" role="status">
      {entry?.saved && (
        <span class="chip chip-leaf">
          <Icon name="tick" size={18} weight={3} />
          {t.saved}
        </span>
      )}
      {entry && !entry.saved && (
        <span class="chip chip-sophora">
          {isWaiting && <Icon name="noNetwork" size={18} />}
          {isWaiting ? t.keptHere : t.saving}
        </span>
      )}
    </p>
  );
};
