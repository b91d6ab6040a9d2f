import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attempt } from '../../../../services/quizzes/contract.ts';
import { formatSpan } from '../../format/dates.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { timeLeft } from '../../quiz/clock.ts';
import { Icon } from '../../ui/icon.tsx';

const FIVE_MINUTES_MS = 300_000;

/** The time left by the server's clock. Silent for screen readers but for one announcement; calls once when it ends. */
export const Timer = ({ attempt, onTimeUp }: { attempt: Attempt; onTimeUp: () => void }) => {
  const { quiz: t } = useMessages();
  const [receivedAt] = useState(() => performance.now());
  const [left, setLeft] = useState(() => timeLeft(attempt, receivedAt, performance.now()));
  const onEnd = useRef(onTimeUp);
  onEnd.current = onTimeUp;
  const isOver = left === 0;
  const hasDeadline = left !== undefined;

  useEffect(() => {
    if (!hasDeadline || isOver) return undefined;
    const timer = setInterval(() => setLeft(timeLeft(attempt, receivedAt, performance.now())), 500);
    return () => clearInterval(timer);
  }, [attempt, receivedAt, hasDeadline, isOver]);
  useEffect(() => {
    if (isOver) onEnd.current();
  }, [isOver]);

  if (left === undefined) return null;
  return (
    <>
      <span class="timer number" role="timer">
        <Icon name="clock" size={22} />
        {t.left(formatSpan(left))}
      </span>
      <span class="unseen" role="status">
        {isOver ? t.timeUp : left < FIVE_MINUTES_MS ? t.fiveMinutes : ''}
      </span>
    </>
  );
};
