import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

type Props = {
  readonly at: number;
  readonly count: number;
  readonly onGo: (at: number) => void;
  readonly isOneWay: boolean;
};

/** Back and forward through the questions, always in reach of the thumb. */
export const ActionBar = ({ at, count, onGo, isOneWay }: Props) => {
  const { quiz: t } = useMessages();
  return (
    <div class="action-bar">
      <div>
        {at > 0 && !isOneWay && (
          <Button look="quiet" onClick={() => onGo(at - 1)}>
            <Icon name="back" size={22} weight={2.6} />
            {t.previous}
          </Button>
        )}
        <Button onClick={() => onGo(at + 1)}>
          {at + 1 < count ? t.next : t.toEnd}
          <Icon name="forward" size={22} weight={2.6} />
        </Button>
      </div>
    </div>
  );
};
