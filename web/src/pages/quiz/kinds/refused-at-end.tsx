import { useMessages } from '../../../messages/use-messages.ts';
import { keeping } from '../../../quiz/keeping.ts';
import { refusedOf } from '../../../quiz/refused-files.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { RefusedProps } from './later-refused.tsx';

/** Before an attempt is handed in: which questions lack a file that was chosen, why, and the way back to each. */
const RefusedAtEnd = ({ draft: { ref, paper }, itemIds, onGo }: RefusedProps) => {
  const { items } = useMessages();
  const t = items.files;
  const places = paper.attempt.items.flatMap(({ itemId }, place) =>
    itemIds.includes(itemId) ? [{ itemId, place }] : [],
  );
  return (
    <Notice tone="bad">
      {places.map(({ itemId, place }) => (
        <div key={itemId} class="stack-tight">
          {refusedOf(keeping, ref, itemId).map(({ fileId, name, why }) => (
            <p key={fileId}>{t.notHandedOver[why](name)}</p>
          ))}
          {onGo && (
            <Button look="quiet" small onClick={() => onGo(place)}>
              {t.goTo(place + 1)}
            </Button>
          )}
        </div>
      ))}
      {onGo && <p>{t.notHandedIn}</p>}
    </Notice>
  );
};
export default RefusedAtEnd;
