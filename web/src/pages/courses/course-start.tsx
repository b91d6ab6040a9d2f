import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { readLessons } from '../../state/reading.ts';
import { Icon } from '../../ui/icon.tsx';
import { type CourseStep, courseStep } from './course-step.ts';

type Course = BodyOf<'getCourse'>;
type Gains = Messages['courses']['gains'];

const isKnown = (code: string, gains: Gains): code is keyof Gains => Object.hasOwn(gains, code);

const buttonFor = (step: CourseStep, slug: string, t: Messages['courses']) => {
  if (step.kind === 'lesson') {
    const href = `/khoa-hoc/${slug}/bai/${step.lessonNo}`;
    return { href, text: t.start(step.title), icon: 'play', more: t.startMinutes(step.minutes) } as const;
  }
  if (step.kind === 'record') {
    return { href: `/chung-nhan/${step.enrolmentId}`, text: t.seeRecord, icon: 'award', more: '' } as const;
  }
  if (step.kind === 'quiz') {
    return { href: `/kiem-tra/${step.quizId}`, text: t.quizStart, icon: 'forward', more: t.allRead } as const;
  }
  return undefined;
};

type Props = {
  readonly course: Course;
  readonly personId: string | undefined;
  readonly enrolments: readonly { readonly enrolmentId: string; readonly status: string }[];
  readonly quizId: string | undefined;
};

/** What one gains by the course, in plain words, and the one button to go on with. */
export const CourseStart = ({ course, personId, enrolments, quizId }: Props) => {
  const { courses: t } = useMessages();
  const { lessons, slug, competenceCodes, courseId } = course;
  const step = courseStep(lessons, readLessons(personId, courseId), enrolments, quizId);
  const button = buttonFor(step, slug, t);
  return (
    <section class="card card-main stack" aria-label={t.gain}>
      <h2>{t.gain}</h2>
      <ul class="gains">
        {competenceCodes.map(
          (code) =>
            isKnown(code, t.gains) && (
              <li key={code}>
                <Icon name="tick" size={22} weight={3} />
                {t.gains[code]}
              </li>
            ),
        )}
      </ul>
      {button ? (
        <div class="stack-tight">
          <a class="btn btn-full" href={button.href}>
            <Icon name={button.icon} size={22} weight={2.4} />
            {button.text}
          </a>
          {button.more && <p class="muted small">{button.more}</p>}
        </div>
      ) : (
        <p class="strong">{t.allRead}</p>
      )}
    </section>
  );
};
