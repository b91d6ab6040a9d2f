import { useMessages } from '../../messages/use-messages.ts';
import { Icon } from '../../ui/icon.tsx';

/**
 * Where an answer is: `there` at the centre, `here` on this device until it has been sent, `nowhere` when the device
 * refused it and it is still on its way.
 */
export type Place = 'there' | 'here' | 'nowhere';

/** Says where the answer is, and nothing that is not so yet. */
export const Saved = ({ place, isOffline }: { place: Place | undefined; isOffline: boolean }) => {
  const { quiz: t } = useMessages();
  const look = place === 'there' ? 'chip chip-leaf' : 'chip chip-sophora';
  return (
    <p class="saved" role="status">
      {place && (
        <span class={look}>
          {place === 'nowhere' ? (
            <Icon name="clock" size={18} />
          ) : (
            <Icon name={isOffline && place === 'here' ? 'noNetwork' : 'tick'} size={18} weight={3} />
          )}
          {place === 'there' && t.savedThere}
          {place === 'here' && t.savedHere}
          {place === 'nowhere' && t.sendingOnly}
        </span>
      )}
    </p>
  );
};
