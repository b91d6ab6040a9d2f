import { useEffect, useLayoutEffect } from 'preact/hooks';
import { formatMark } from '#shared/marks/marks.ts';
import type { Attempt } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import { formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { keeping } from '../../quiz/keeping.ts';
import { keepOutcome, markSeen, type Outcome, outcomeOf, type Review } from '../../quiz/outcomes.ts';
import { useStore } from '../../state/store.ts';
import { usePolling } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Lotus } from '../../ui/drawings.tsx';
import { Nothing } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stairs } from '../../ui/stairs.tsx';
import { isRight, ReviewView, useReview } from './review.tsx';

type Props = {
  readonly outcome: Outcome;
  readonly backHref: string;
  /** False after the last attempt; undefined while that is not known. */
  readonly mayRepeat: boolean | undefined;
  readonly onAgain: () => void;
};
type Grade = NonNullable<Attempt['grade']>;

const Mark = ({ grade }: { grade: Grade }) => {
  const { quiz: t } = useMessages();
  const { passed, provisional, scoreHundredths } = grade;
  const mark = formatMark(scoreHundredths);
  // Points may still come: nobody has failed before they are there.
  const sentence = passed ? t.passed(mark) : provisional ? t.mark(mark) : t.failed(mark);
  return (
    <>
      <p class="result-mark">{sentence}</p>
      <p class="muted">{t.outOf}</p>
      {provisional && <p class="muted">{t.provisional}</p>}
    </>
  );
};

const RightCount = ({ review }: { review: Review }) => {
  const { quiz: t } = useMessages();
  const marked = review.items.filter(({ waits }) => !waits);
  const right = marked.filter(isRight).length;
  const label = t.rightCount(right, marked.length, marked.length < review.items.length);
  return (
    <div class="right-count">
      <Stairs isReached done={right} of={marked.length} label={label} />
      <p class="strong">{label}</p>
    </div>
  );
};

/** One thing to do next: go on after a pass or while points may come, else again while that is allowed, else ask. */
const NextStep = ({ grade, backHref, mayRepeat, onAgain }: Omit<Props, 'outcome'> & { grade: Grade }) => {
  const { quiz: t } = useMessages();
  // Points may still come: an attempt is not spent before the mark is there.
  const isDecided = grade.passed || !grade.provisional;
  const isForRepeating = isDecided && !grade.passed && mayRepeat === true;
  return (
    <>
      {grade.passed && <p>{t.nextPassed}</p>}
      {isForRepeating && <p>{t.nextAgain}</p>}
      {isDecided && !grade.passed && mayRepeat === false && <p>{t.nextAsk}</p>}
      <div class="row">
        {isForRepeating && <Button onClick={onAgain}>{t.again}</Button>}
        <a class={isForRepeating ? 'btn btn-quiet' : 'btn'} href={backHref}>
          {t.toCourse}
        </a>
        {!isForRepeating && mayRepeat && (
          <Button look="quiet" onClick={onAgain}>
            {t.again}
          </Button>
        )}
      </div>
    </>
  );
};

const Lost = ({ onAgain }: { onAgain: () => void }) => {
  const { quiz: t } = useMessages();
  return (
    <Nothing text={t.lost}>
      <Button onClick={onAgain}>{t.toRules}</Button>
    </Nothing>
  );
};

/** What came after the deadline, whichever device sent it, and that somebody looks at it. */
const LateTaken = ({ attempt: { answers, grade } }: { attempt: Attempt }) => {
  const { quiz: t } = useMessages();
  const shown = useStore(language);
  const received = answers.flatMap(({ late, savedAt }) => (late ? [savedAt] : [])).sort();
  const last = received.at(-1);
  if (!last) return null;
  return (
    <Notice>
      <p>{t.lateTaken(received.length, formatInstant(last, shown))}</p>
      {grade?.provisional !== false && <p>{t.lateWaits}</p>}
    </Notice>
  );
};

const Ended = ({ outcome, attempt, ...next }: Props & { attempt: Attempt }) => {
  const { quiz: t } = useMessages();
  const { ref, late, refused = 0 } = outcome;
  const { grade, gradeWithheld, attemptId } = attempt;
  const shown = useStore(language);
  const review = useReview(ref, grade?.gradeNo);
  const refresh = async (): Promise<void> => {
    const answer = await api.getAttempt({ params: { attemptId } });
    // Gone when the person has left this phone meanwhile: nothing of theirs is written again.
    const kept = outcomeOf(keeping, ref);
    if (answer.ok && kept) keepOutcome(keeping, { ...kept, attempt: answer.body });
  };
  // The device keeps the mark as it was; a teacher may have confirmed or changed it since.
  useEffect(() => void refresh(), [attemptId]);
  usePolling(refresh, 1_500, grade === undefined && gradeWithheld === undefined);
  return (
    <>
      <section class="card card-main result" role="status">
        <Lotus size={grade?.passed ? 96 : 64} />
        {grade && <Mark grade={grade} />}
        {!grade && (
          <p class={gradeWithheld && 'result-mark'}>
            {gradeWithheld ? t.withheld[gradeWithheld] : t.grading}
          </p>
        )}
        {gradeWithheld && review.data?.waitsUntil && (
          <p>{t.markWaits(formatInstant(review.data.waitsUntil, shown))}</p>
        )}
        {review.data?.releases.marks && <RightCount review={review.data} />}
        {grade && <NextStep grade={grade} {...next} />}
        {gradeWithheld && (
          <a class="btn" href={next.backHref}>
            {t.toCourse}
          </a>
        )}
      </section>
      <LateTaken attempt={attempt} />
      {late > 0 && (
        <Notice>
          <p>{t.late(late)}</p>
        </Notice>
      )}
      {refused > 0 && (
        <Notice>
          <p>{t.refused(refused)}</p>
        </Notice>
      )}
      <ReviewView of={ref} attempt={attempt} review={review} />
    </>
  );
};

/** How an attempt ended: the mark in a sentence, what to do next, and every question with its explanation. */
export const ResultView = (props: Props) => {
  const { outcome, onAgain } = props;
  const { attemptId } = outcome.ref;
  // With the result itself: whoever leaves before the next frame has seen it all the same.
  useLayoutEffect(() => markSeen(keeping, outcome.ref), [attemptId]);
  return outcome.attempt ? <Ended {...props} attempt={outcome.attempt} /> : <Lost onAgain={onAgain} />;
};
