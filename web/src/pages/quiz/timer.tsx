import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatSpan } from '../../format/dates.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { announcedMinutes, readClocks, timeLeft } from '../../quiz/clock.ts';
import type { Paper } from '../../quiz/drafts.ts';
import { Icon } from '../../ui/icon.tsx';

type Props = { readonly paper: Paper; readonly onTimeUp: () => void };

const useTimeLeft = ({ attempt, receivedAt }: Paper): number | undefined => {
  const { deadline, serverTime } = attempt;
  const opened = useMemo(readClocks, [serverTime, receivedAt]);
  const read = () => timeLeft({ deadline, serverTime, receivedAt }, opened, readClocks());
  const [, tick] = useState(0);
  const left = read();
  const isRunning = left !== undefined && left > 0;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => tick((before) => before + 1), 500);
    return () => clearInterval(timer);
  }, [isRunning]);
  return left;
};

/** The time left by the server's clock. Announced at ten, five and one minute; calls once when it ends. */
export const Timer = ({ paper, onTimeUp }: Props) => {
  const { quiz: t } = useMessages();
  const left = useTimeLeft(paper);
  const onEnd = useRef(onTimeUp);
  onEnd.current = onTimeUp;
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) onEnd.current();
  }, [isOver]);

  if (left === undefined) return null;
  const minutes = announcedMinutes(left);
  return (
    <>
      <span class="timer number" role="timer">
        <Icon name="clock" size={22} />
        {t.left(formatSpan(left))}
      </span>
      <span class="unseen" role="status">
        {isOver ? t.timeUp : minutes && t.minutesLeft(minutes)}
      </span>
    </>
  );
};
