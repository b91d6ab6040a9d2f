import { useDownloads } from '../../downloads/use-downloads.ts';
import { formatDay, formatInstant } from '../../format/dates.ts';
import { type Language, language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stairs } from '../../ui/stairs.tsx';
import { LampWoodcut, PhoneWoodcut } from '../../ui/woodcut-drawings.tsx';
import { type Facts, hrefOf, type NextStep, type ToldStep } from './next-step.ts';

type Course = Facts['course'];
type Words = {
  readonly over?: string | undefined;
  readonly title: string;
  readonly text?: string;
  readonly action: string;
};
type Told = { readonly messages: Messages; readonly shown: Language; readonly course: Course };
type Sayings = {
  readonly [K in NextStep['kind']]: (step: Extract<NextStep, { kind: K }>, told: Told) => Words;
};

/** What each kind of step says, and where its button leads. */
const SAYINGS: Sayings = {
  choose: (_, { messages: { home: t } }) => ({
    title: t.chooseTitle,
    text: t.chooseText,
    action: t.choose,
  }),
  'finish-quiz': ({ attempt }, { messages: { home: t }, shown }) => ({
    over: attempt.title,
    title: t.finishQuizTitle,
    text: [t.finishQuizText, attempt.deadline && t.finishQuizUntil(formatInstant(attempt.deadline, shown))]
      .filter(Boolean)
      .join(' '),
    action: t.finishQuiz,
  }),
  'seat-got': ({ seat }, { messages: { home: t }, shown }) => ({
    over: seat.courseTitle,
    title: t.seatGotTitle,
    text: t.seatGotText(formatDay(seat.run.startsOn, shown)),
    action: t.seatGot,
  }),
  'class-soon': ({ seat, inDays }, { messages: { home: t, courses } }) => ({
    over: seat.courseTitle,
    title: inDays === 0 ? t.classToday : t.classTomorrow,
    text: t.classText(seat.run.room ?? courses.modes[seat.run.mode]),
    action: t.seeClass,
  }),
  lesson: ({ lessonNo, title, minutes }, { messages: { home: t }, course }) => ({
    over: course && t.lessonOf(course.title, lessonNo, course.lessons.length),
    title,
    action: t.learnNow(minutes),
  }),
  quiz: (_, { messages: { home: t }, course }) => ({
    over: course?.title,
    title: t.takeQuizTitle,
    action: t.takeQuiz,
  }),
};

const wordsFor = <K extends NextStep['kind']>(step: Extract<NextStep, { kind: K }>, told: Told): Words =>
  SAYINGS[step.kind as K](step, told);

type Props = { readonly told: ToldStep; readonly onGo: () => void };

/** The one next step, large: picture, what it is, one button, and how far the stair has risen. */
export const NextStepCard = ({ told: { step, course, read }, onGo }: Props) => {
  const messages = useMessages();
  const shown = useStore(language);
  const { over, title, action, text } = wordsFor(step, { messages, shown, course });
  const downloads = useDownloads();
  const isHere =
    step.kind === 'lesson' &&
    downloads?.some(({ id, state }) => id === `lesson ${course?.slug} ${step.lessonNo}` && state === 'ready');
  const count = course?.lessons.length ?? 0;
  const done = course?.lessons.filter(({ lessonNo }) => read.includes(lessonNo)).length ?? 0;
  const isLearning = step.kind === 'lesson' || step.kind === 'quiz' || step.kind === 'finish-quiz';
  return (
    <section class="card card-main card-flush" aria-label={title}>
      {isLearning ? <PhoneWoodcut /> : <LampWoodcut />}
      <div class="card-body stack">
        <div>
          {over && <p class="muted small">{over}</p>}
          <h2 class="home-next">{title}</h2>
          {text && <p class="muted">{text}</p>}
        </div>
        <a class="btn btn-full" href={hrefOf(step, course?.slug)} onClick={onGo}>
          <Icon name={step.kind === 'lesson' ? 'play' : 'forward'} size={22} weight={2.4} />
          {action}
        </a>
        {isHere && (
          <span class="chip chip-leaf">
            <Icon name="tick" size={18} weight={3} />
            {messages.home.isHere}
          </span>
        )}
        {count > 0 && <Stairs done={done} of={count} label={messages.home.progress(done, count)} />}
      </div>
    </section>
  );
};

/** The step that has become the next one while another was shown: taking it up is left to the person. */
export const NewerStep = ({ told: { step, course }, onTurn }: { told: ToldStep; onTurn: () => void }) => {
  const messages = useMessages();
  const shown = useStore(language);
  return (
    <Notice>
      <p>{messages.home.newerStep(wordsFor(step, { messages, shown, course }).title)}</p>
      <div class="row">
        <Button look="quiet" small onClick={onTurn}>
          {messages.home.showNewerStep}
        </Button>
      </div>
    </Notice>
  );
};
