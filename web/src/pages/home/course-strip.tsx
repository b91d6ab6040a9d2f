import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Resource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { lookOf, mainDomain } from '../courses/domain-look.ts';

/** The courses as coloured tiles. */
export const CourseStrip = ({ of }: { of: Resource<BodyOf<'listCourses'>> }) => {
  const { courses: t } = useMessages();
  return (
    <Loaded of={of}>
      {({ courses }) => (
        <ul class="tiles">
          {courses.slice(0, 8).map((course) => {
            const { icon, tint } = lookOf(mainDomain(course.competenceCodes));
            return (
              <li key={course.courseId}>
                <a class={`tile tile-${tint}`} href={`/khoa-hoc/${course.slug}`}>
                  <span class="tile-sign">
                    <Icon name={icon} size={28} />
                  </span>
                  <span>
                    {course.title}
                    <small>{t.lessonCount(course.lessonCount)}</small>
                  </span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </Loaded>
  );
};
