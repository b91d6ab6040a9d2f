import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Icon } from '../../ui/icon.tsx';
import { lookOf, mainDomain } from './domain-look.ts';

type Summary = BodyOf<'listCourses'>['courses'][number];

const SeatsChip = ({ course }: { course: Summary }) => {
  const { courses: t } = useMessages();
  if (course.openRuns === 0) return <span class="chip">{t.noRun}</span>;
  if (course.seatsLeft === 0) return <span class="chip chip-vermilion">{t.full}</span>;
  return <span class="chip chip-leaf">{t.seatsLeft(course.seatsLeft)}</span>;
};

/** One course in a list: what it is about, how long, and whether there is a seat. */
export const CourseCard = ({ course }: { course: Summary }) => {
  const { courses: t } = useMessages();
  const domain = mainDomain(course.competenceCodes);
  const { icon, tint } = lookOf(domain);
  return (
    <a class="card course-card" href={`/khoa-hoc/${course.slug}`}>
      <span class={`course-sign tint-${tint}`}>
        <Icon name={icon} size={30} />
      </span>
      <span class="course-words">
        <small>{t.domains[domain]}</small>
        <b>{course.title}</b>
        <span class="muted">{course.summary}</span>
        <span class="row">
          <SeatsChip course={course} />
          <span class="chip">{t.lessonCount(course.lessonCount)}</span>
        </span>
      </span>
    </a>
  );
};
