import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { RunFields } from '../runs/run-fields.tsx';

type Course = BodyOf<'listCourses'>['courses'][number];

type Props = { readonly onOpened: () => void };

const ChooseCourse = ({ courses, onOpened }: Props & { courses: readonly Course[] }) => {
  const { people } = useMessages();
  const [courseId, setCourseId] = useState(courses[0]?.courseId ?? '');
  return (
    <RunFields courseId={courseId} onOpened={onOpened}>
      <SelectField
        label={people.runs.course}
        value={courseId}
        choices={courses.map((course) => ({ value: course.courseId, text: course.title }))}
        onValue={setCourseId}
      />
    </RunFields>
  );
};

/** Opening a run of any course. */
export const RunForm = ({ onOpened }: Props) => {
  const { people } = useMessages();
  const loaded = useResource(() => api.listCourses(), []);
  return (
    <div class="card card-main narrow">
      <Loaded of={loaded}>
        {({ courses }) =>
          courses.length === 0 ? (
            <Nothing text={people.runs.noCourses} />
          ) : (
            <ChooseCourse courses={courses} onOpened={onOpened} />
          )
        }
      </Loaded>
    </div>
  );
};
