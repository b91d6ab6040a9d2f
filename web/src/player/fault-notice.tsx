import type { PlayFault } from '../media-pass/play-fault.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

type Props = {
  readonly fault: PlayFault | undefined;
  readonly startAgain: () => void;
  readonly lighter: (() => void) | undefined;
};

/** What went wrong, and the button that helps. What is gone cannot be helped by any. */
export const FaultNotice = ({ fault, startAgain, lighter }: Props) => {
  const { player: t } = useMessages();
  if (!fault) return null;
  const isLighter = fault === 'undecodable' && lighter !== undefined;
  const isAgain = fault !== 'gone' && !isLighter;
  return (
    <Notice tone="bad">
      <p>{fault === 'undecodable' && !isLighter ? t.faults.other : t.faults[fault]}</p>
      {isLighter && (
        <Button small onClick={lighter}>
          {t.lighter}
        </Button>
      )}
      {isAgain && (
        <Button small onClick={startAgain}>
          {t.goOn}
        </Button>
      )}
    </Notice>
  );
};
