import { useEffect, useRef } from 'preact/hooks';
import { formatMark } from '#shared/marks/marks.ts';
import type { Attempt, QuizSummary } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatInstant } from '../../format/dates.ts';
import { language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { onceSeated } from '../../quiz/once-seated.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Nothing } from '../../ui/loaded.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';

type Attempts = BodyOf<'listMyAttempts'>['attempts'];

const rulesOf = (
  quiz: QuizSummary,
  t: Messages['quiz']['rules'],
  when: (instant: string) => string,
): readonly string[] => [
  ...(quiz.opensAt ? [t.opens(when(quiz.opensAt))] : []),
  ...(quiz.closesAt ? [t.closes(when(quiz.closesAt))] : []),
  t.items(quiz.itemCount),
  ...(quiz.navigation === 'one-way' ? [t.oneWay] : []),
  quiz.timeLimitMinutes ? t.time(quiz.timeLimitMinutes) : t.noTime,
  t.attempts(quiz.attemptsAllowed),
  t.pass(formatMark(quiz.passHundredths)),
  ...(quiz.confirmation === 'teacher' ? [t.confirmed] : []),
  t.saved,
];

/** Why no attempt can start, by this device's clock; the server decides. */
const hindrance = ({ quiz, attempts }: Pick<Props, 'quiz' | 'attempts'>, t: Messages['quiz']) => {
  if (attempts.some(({ status }) => status === 'open')) return undefined;
  if (attempts.length >= quiz.attemptsAllowed) return t.usedUp;
  const now = new Date().toISOString();
  if (quiz.opensAt && now < quiz.opensAt) return t.notYet;
  return quiz.closesAt && now >= quiz.closesAt ? t.isClosed : undefined;
};

const Earlier = ({ attempts, quizId }: { attempts: Attempts; quizId: string }) => {
  const { quiz: t } = useMessages();
  if (attempts.length === 0) return null;
  return (
    <Section title={t.earlier}>
      <ul class="stack-tight">
        {attempts.map(({ attemptId, attemptNo, status, grade }) => (
          <li key={attemptId} class="card row spread">
            <span>
              {t.attemptNo(attemptNo)}
              {grade && <b>{`: ${t.mark(formatMark(grade.scoreHundredths))}`}</b>}
            </span>
            {status === 'open' ? (
              <span class="chip chip-sophora">{t.notSubmitted}</span>
            ) : (
              <a class="btn btn-quiet btn-small" href={`/kiem-tra/${quizId}?lan=${attemptId}`}>
                {t.seeResult}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

type Props = {
  readonly quiz: QuizSummary;
  /** Whether the person holds a seat; who is not known yet may try, and is told by the answer. */
  readonly hasSeat: boolean | undefined;
  readonly attempts: Attempts;
  readonly onStart: (attempt: Attempt) => void;
};

const NoSeat = () => {
  const { quiz: t } = useMessages();
  return (
    <Nothing text={t.notEnrolled}>
      <a class="btn" href="/khoa-hoc">
        {t.toCourses}
      </a>
    </Nothing>
  );
};

const Rules = ({ quiz }: { quiz: QuizSummary }) => {
  const { quiz: t } = useMessages();
  const shown = useStore(language);
  return (
    <ul class="rules">
      {rulesOf(quiz, t.rules, (instant) => formatInstant(instant, shown)).map((rule) => (
        <li key={rule}>
          <Icon name="tick" size={22} weight={3} />
          {rule}
        </li>
      ))}
    </ul>
  );
};

/** Tries to start where a seat is known of, one a second. */
const SEAT_TRIES = 10;

/** Whether the person is still on the page, for what would go on without them. */
const useIsHere = (): (() => boolean) => {
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return () => isHere.current;
};

/** The rules before anything counts, the start button, and earlier attempts. */
export const BeforeStart = ({ quiz, hasSeat, attempts, onStart }: Props) => {
  const { quiz: t } = useMessages();
  const { quizId } = quiz;
  const { run, busy, problem } = useAction();
  const isWanted = useIsHere();
  const isOpen = attempts.some(({ status }) => status === 'open');
  const hindered = hindrance({ quiz, attempts }, t);
  const start = async (): Promise<void> => {
    const tries = hasSeat ? SEAT_TRIES : 1;
    const attempt = await run([quizId, attempts.length], (key) =>
      onceSeated(() => api.startAttempt({ params: { quizId }, key }), { tries, isWanted }),
    );
    if (attempt) onStart(attempt);
  };
  if (hasSeat === false) return <NoSeat />;
  return (
    <>
      <section class="card card-main stack" aria-label={t.before}>
        <h2>{t.before}</h2>
        <Rules quiz={quiz} />
        <Refusal problem={problem} />
        {hindered ? (
          <p class="strong">{hindered}</p>
        ) : (
          <Button full busy={busy} onClick={() => void start()}>
            {isOpen ? t.resume : attempts.length > 0 ? t.again : t.start}
          </Button>
        )}
      </section>
      <Earlier attempts={attempts} quizId={quizId} />
    </>
  );
};
