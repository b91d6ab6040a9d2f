import { useState } from 'preact/hooks';
import { formatMark } from '#shared/marks/marks.ts';
import type { Attempt } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { usePolling, useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Lotus } from '../../ui/drawings.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';

type Props = { readonly attempt: Attempt; readonly backHref: string; readonly onAgain: () => void };
type Reviewed = BodyOf<'reviewAttempt'>['items'][number];

const Verdict = ({ earned, total }: { earned: number; total: number }) => {
  const { quiz: t } = useMessages();
  if (earned >= total) return <span class="chip chip-leaf">{t.right}</span>;
  if (earned > 0) return <span class="chip chip-sophora">{t.partly(earned, total)}</span>;
  return <span class="chip chip-vermilion">{t.wrong}</span>;
};

const ReviewedItem = ({ item, stem, no }: { item: Reviewed; stem: string; no: number }) => (
  <li class="card stack-tight">
    <div class="row spread">
      <b>{no}.</b>
      <Verdict earned={item.earned} total={item.total} />
    </div>
    <p class="strong">{stem}</p>
    {item.feedback && <p>{item.feedback}</p>}
    {item.explanation && <p class="explanation">{item.explanation}</p>}
  </li>
);

const Review = ({ attempt }: { attempt: Attempt }) => {
  const { quiz: t } = useMessages();
  const { attemptId } = attempt;
  const loaded = useResource(() => api.reviewAttempt({ params: { attemptId } }), [attemptId]);
  return (
    <Section title={t.review}>
      <Loaded of={loaded}>
        {({ items }) => (
          <ol class="stack">
            {items.map((item, at) => (
              <ReviewedItem
                key={item.itemId}
                item={item}
                no={at + 1}
                stem={attempt.items.find(({ itemId }) => itemId === item.itemId)?.stem ?? ''}
              />
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
};

const Mark = ({ grade }: { grade: NonNullable<Attempt['grade']> }) => {
  const { quiz: t } = useMessages();
  return (
    <>
      <p class="mark">
        <b>{formatMark(grade.scoreHundredths)}</b>
        <span class="muted">{t.outOf}</span>
      </p>
      <p class="strong">{grade.passed ? t.passed : t.failed}</p>
      {grade.provisional && <p class="muted">{t.provisional}</p>}
    </>
  );
};

/** The mark on the 10-point scale, and every question with its explanation. Waits when the mark is still being made. */
export const ResultView = ({ attempt, backHref, onAgain }: Props) => {
  const { quiz: t } = useMessages();
  const [shown, setShown] = useState(attempt);
  const { grade, attemptId } = shown;
  const refresh = async (): Promise<void> => {
    const answer = await api.getAttempt({ params: { attemptId } });
    if (answer.ok) setShown(answer.body);
  };
  usePolling(refresh, 1_500, grade === undefined);
  return (
    <>
      <section class="card card-main result" role="status">
        <Lotus size={grade?.passed ? 112 : 72} />
        {grade ? <Mark grade={grade} /> : <p>{t.grading}</p>}
        <div class="row">
          <a class="btn" href={backHref}>
            {t.toCourse}
          </a>
          <Button look="quiet" onClick={onAgain}>
            {t.again}
          </Button>
        </div>
      </section>
      <Review attempt={shown} />
    </>
  );
};
