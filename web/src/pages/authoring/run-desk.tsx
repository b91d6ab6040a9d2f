import type { BodyOf } from '../../api/types.ts';
import { RunName } from '../../learning/run-name.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { RunFields } from '../runs/run-fields.tsx';

type Props = { readonly course: BodyOf<'getCourse'>; readonly onOpened: () => void };

/** The runs of a course, and opening another. */
export const RunDesk = ({ course, onOpened }: Props) => {
  const { authoring, courses: words } = useMessages();
  return (
    <div class="stack">
      {course.runs.length === 0 && <p class="muted">{authoring.runs.none}</p>}
      <ul class="stack-tight">
        {course.runs.map((run) => (
          <li key={run.runId} class="card">
            <b>
              <RunName code={run.code} />
            </b>
            <p class="muted small">
              {[
                words.modes[run.mode],
                words.period(run.startsOn, run.endsOn),
                run.open ? words.seatsOf(run.seatsLeft, run.seats) : words.closed,
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <div class="card">
        <RunFields courseId={course.courseId} onOpened={onOpened} />
      </div>
    </div>
  );
};
