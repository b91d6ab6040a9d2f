import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { LampWoodcut, PhoneWoodcut } from '../../ui/drawings.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Stairs } from '../../ui/stairs.tsx';
import type { NextStep } from './next-step.ts';

type Props = {
  readonly step: NextStep;
  readonly course: BodyOf<'getCourse'> | undefined;
  readonly read: readonly number[];
};

const words = ({ step, course }: Props, t: ReturnType<typeof useMessages>['home']) => {
  if (step.kind === 'lesson' && course) {
    return {
      over: t.lessonOf(course.title, step.lessonNo, course.lessons.length),
      title: step.title,
      action: t.learnNow(step.minutes),
      href: `/khoa-hoc/${course.slug}/bai/${step.lessonNo}`,
    };
  }
  if (step.kind === 'quiz') {
    return {
      over: course?.title,
      title: t.takeQuizTitle,
      action: t.takeQuiz,
      href: `/kiem-tra/${step.quizId}`,
    };
  }
  return { over: undefined, title: t.chooseTitle, action: t.choose, href: '/khoa-hoc', text: t.chooseText };
};

/** The one next step, large: picture, what it is, one button, and how far the stair has risen. */
export const NextStepCard = (props: Props) => {
  const { home: t } = useMessages();
  const { step, course, read } = props;
  const { over, title, action, href, text } = words(props, t);
  const count = course?.lessons.length ?? 0;
  const done = course?.lessons.filter(({ lessonNo }) => read.includes(lessonNo)).length ?? 0;
  return (
    <section class="card card-main card-flush" aria-label={title}>
      {step.kind === 'choose' ? <LampWoodcut /> : <PhoneWoodcut />}
      <div class="card-body stack">
        <div>
          {over && <p class="muted small">{over}</p>}
          <h2 class="home-next">{title}</h2>
          {text && <p class="muted">{text}</p>}
        </div>
        <a class="btn btn-full" href={href}>
          <Icon name={step.kind === 'lesson' ? 'play' : 'forward'} size={22} weight={2.4} />
          {action}
        </a>
        {count > 0 && <Stairs done={done} of={count} label={t.progress(done, count)} />}
      </div>
    </section>
  );
};
