import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { AudienceFigures } from '../../audience/audience-figures.tsx';
import { formatSpan } from '../../format/dates.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, Nothing } from '../../ui/loaded.tsx';

type Courses = BodyOf<'getClassProgress'>['courses'];
type Recording = {
  readonly assetId: string;
  readonly title: string;
  readonly durationMs: number;
  readonly course: string;
};

/** What the class can watch: the recordings of the courses in which somebody of it has a seat. */
const loadRecordings = async (courses: Courses) => {
  const answers = await Promise.all(
    courses.map(({ courseId }) => api.listCourseMedia({ params: { courseId } })),
  );
  const body: Recording[] = [];
  for (const [at, answer] of answers.entries()) {
    if (!answer.ok) return answer;
    for (const { assetId, title, durationMs } of answer.body.media)
      if (assetId && durationMs) body.push({ assetId, title, durationMs, course: courses[at]?.title ?? '' });
  }
  return { ok: true as const, body };
};

type RowProps = { readonly classId: string; readonly recording: Recording };

const Watched = ({ classId, recording: { assetId, durationMs } }: RowProps) => {
  const params = { assetId, classId };
  const loaded = useResource(() => api.getClassAudience({ params }), [assetId, classId]);
  return (
    <Loaded of={loaded}>
      {(audience) => <AudienceFigures {...{ audience, durationMs, learners: audience.learners }} />}
    </Loaded>
  );
};

/** Its numbers are asked for when they are wanted: each look at a class is noted in the log. */
const Row = (props: RowProps) => {
  const [isOpen, setOpen] = useState(false);
  const { title, course, durationMs } = props.recording;
  return (
    <details class="card watched" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <b>{title}</b>
        <small class="muted">
          {course} · {formatSpan(durationMs)}
        </small>
      </summary>
      {isOpen && <Watched {...props} />}
    </details>
  );
};

/** Which recordings the learners of a class have watched, and where they stop. */
export const WatchedPart = ({ classId, courses }: { classId: string; courses: Courses }) => {
  const { teaching: t } = useMessages();
  const ids = courses.map(({ courseId }) => courseId).join();
  const loaded = useResource(() => loadRecordings(courses), [ids]);
  return (
    <Loaded of={loaded}>
      {(recordings) =>
        recordings.length === 0 ? (
          <Nothing text={t.watched.none} />
        ) : (
          <ul class="stack-tight">
            {recordings.map((recording) => (
              <li key={recording.assetId}>
                <Row classId={classId} recording={recording} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
};
