import { useState } from 'preact/hooks';
import type { Attempt, Response, SeenItem } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import { formatInstant } from '../../format/dates.ts';
import { wholePercent } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { answerLines, isTyped } from '../../quiz/answer-text.ts';
import type { Ref } from '../../quiz/entries.ts';
import { FilesFrom } from '../../quiz/files-of.ts';
import { keeping } from '../../quiz/keeping.ts';
import { keepReview, outcomeOf, type Review, type ReviewedItem, reviewOf } from '../../quiz/outcomes.ts';
import { useStore } from '../../state/store.ts';
import { type Resource, useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { LaterMedia } from './kinds/later-media.tsx';
import { LaterSpots } from './kinds/later-spots.tsx';

type Points = ReviewedItem;

/** Whether everything is told: what is held back now may be released later, and what waits be marked. */
const isWhole = ({ releases, items }: Review): boolean =>
  Object.values(releases).every(Boolean) && items.every(({ waits }) => !waits);

/**
 * Explanations of an ended attempt: from the device once they were seen, so that they open without network. Right
 * answers that were held back may have been released since, and another mark given; then they are asked for again.
 */
export const useReview = (ref: Ref, gradeNo: number | undefined): Resource<Review> =>
  useResource(() => {
    const kept = reviewOf(keeping, ref);
    if (kept && kept.gradeNo === gradeNo && isWhole(kept)) return Promise.resolve({ ok: true, body: kept });
    const answer = api.reviewAttempt({ params: { attemptId: ref.attemptId } }).then((settled) => {
      if (settled.ok) keepReview(keeping, ref, { ...settled.body, gradeNo });
      return settled;
    });
    const at = outcomeOf(keeping, ref)?.endedAt ?? Date.now();
    return Object.assign(answer, { kept: () => Promise.resolve(kept && { body: kept, at }) });
  }, [ref.attemptId, gradeNo]);

export const isRight = ({ earned = 0, total = 1 }: Points): boolean => earned >= total;

const Verdict = ({ points }: { points: Points }) => {
  const { quiz: t } = useMessages();
  const { earned, total } = points;
  if (points.waits) return <span class="chip chip-sophora">{t.waits}</span>;
  if (earned === undefined || total === undefined) return null;
  if (isRight(points))
    return (
      <span class="chip chip-leaf">
        <Icon name="tick" size={18} weight={3} />
        {t.right}
      </span>
    );
  return (
    <span class={earned > 0 ? 'chip chip-sophora' : 'chip chip-vermilion'}>
      {earned > 0 ? t.partly(wholePercent(earned, total)) : t.wrong}
    </span>
  );
};

const Lines = ({ label, lines }: { label: string; lines: readonly string[] }) => (
  <div>
    <p class="muted small">{label}</p>
    <ul class="answered">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </div>
);

const Answered = ({ item, response }: { item: SeenItem; response: Response | undefined }) => {
  const { quiz: t } = useMessages();
  const lines = answerLines(item, response, t);
  if (lines.length === 0) return <p class="muted">{t.noAnswer}</p>;
  return <Lines label={t.youAnswered} lines={lines} />;
};

/** What would have been right, for what was not; typed answers can be right in more than one way. */
const RightAnswer = ({ item, points }: { item: SeenItem; points: Points }) => {
  const { quiz: t } = useMessages();
  if (!points.right || isRight(points)) return null;
  return (
    <Lines label={isTyped(item) ? t.rightTyped : t.rightAnswer} lines={answerLines(item, points.right, t)} />
  );
};

type ItemProps = { readonly no: number; readonly item: SeenItem; readonly points: Points };

const ReviewRow = ({ no, item, points, response }: ItemProps & { response: Response | undefined }) => {
  const { quiz: t } = useMessages();
  return (
    <li class="card stack-tight">
      <div class="row spread">
        <b>{t.questionNo(no)}</b>
        <Verdict points={points} />
      </div>
      <h3>{item.stem}</h3>
      <LaterMedia media={item.media} />
      <Answered item={item} response={response} />
      {item.kind === 'hot-spot' ? (
        <LaterSpots item={item} response={response} areas={points.areas} />
      ) : (
        <RightAnswer item={item} points={points} />
      )}
      {points.feedback && <p>{points.feedback}</p>}
      {points.note && (
        <div class="explanation">
          <b>{t.note}</b>
          <p>{points.note}</p>
        </div>
      )}
      {points.explanation && (
        <div class="explanation">
          <b>{t.explanation}</b>
          <p>{points.explanation}</p>
        </div>
      )}
    </li>
  );
};

const rowsOf = (attempt: Attempt, review: Review): readonly ItemProps[] => {
  const points = new Map(review.items.map((one) => [one.itemId, one]));
  return attempt.items.flatMap((item, at) => {
    const given = points.get(item.itemId);
    return given ? [{ no: at + 1, item, points: given }] : [];
  });
};

/** Why no question is shown. */
const Hidden = ({ review: { waitsUntil } }: { review: Review }) => {
  const { quiz: t } = useMessages();
  const shown = useStore(language);
  return <p>{waitsUntil ? t.reviewWaits(formatInstant(waitsUntil, shown)) : t.reviewHidden}</p>;
};

const Rows = ({ attempt, review }: { attempt: Attempt; review: Review }) => {
  const { quiz: t } = useMessages();
  const [onlyWrong, setOnlyWrong] = useState(false);
  const responses = new Map(attempt.answers.map(({ itemId, response }) => [itemId, response]));
  const rows = rowsOf(attempt, review);
  const wrong = review.releases.marks ? rows.filter(({ points }) => !isRight(points) && !points.waits) : [];
  if (rows.length === 0) return <Hidden review={review} />;
  return (
    <>
      {wrong.length > 0 && !review.releases.rightAnswers && <p>{t.rightLater}</p>}
      {wrong.length > 0 && wrong.length < rows.length && (
        <fieldset class="row filter">
          <legend class="unseen">{t.review}</legend>
          {[false, true].map((only) => (
            <button
              key={String(only)}
              type="button"
              class={only === onlyWrong ? 'btn btn-small' : 'btn btn-quiet btn-small'}
              aria-pressed={only === onlyWrong}
              onClick={() => setOnlyWrong(only)}
            >
              {only ? `${t.onlyWrong} (${wrong.length})` : `${t.allQuestions} (${rows.length})`}
            </button>
          ))}
        </fieldset>
      )}
      <ol class="stack">
        {(onlyWrong ? wrong : rows).map((row) => (
          <ReviewRow key={row.item.itemId} {...row} response={responses.get(row.item.itemId)} />
        ))}
      </ol>
    </>
  );
};

type ReviewProps = { readonly of: Ref; readonly attempt: Attempt; readonly review: Resource<Review> };

/** Every question with what was answered, its points and its explanation. */
export const ReviewView = ({ of, attempt, review }: ReviewProps) => {
  const { quiz: t } = useMessages();
  return (
    <Section title={t.review}>
      <FilesFrom.Provider value={{ kind: 'attempt', ref: of }}>
        <Loaded of={review}>{(loaded) => <Rows attempt={attempt} review={loaded} />}</Loaded>
      </FilesFrom.Provider>
    </Section>
  );
};
