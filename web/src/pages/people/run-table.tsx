import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { RunSeats } from './run-seats.tsx';

type Run = BodyOf<'getCourse'>['runs'][number] & { readonly courseTitle: string };

/** The runs of all courses; each course tells its own. */
const loadRuns = async () => {
  const courses = await api.listCourses();
  if (!courses.ok) return courses;
  const pages = await Promise.all(
    courses.body.courses.map(({ courseId }) => api.getCourse({ params: { courseId } })),
  );
  const runs: Run[] = [];
  for (const page of pages) {
    if (!page.ok) return page;
    runs.push(...page.body.runs.map((run) => ({ ...run, courseTitle: page.body.title })));
  }
  return { ok: true as const, body: runs };
};

const columnsFor = ({ people: { runs: t }, courses: words }: Messages): readonly Column<Run>[] => [
  { key: 'code', title: t.code, kind: 'text', value: ({ code }) => code },
  { key: 'course', title: t.course, kind: 'text', value: ({ courseTitle }) => courseTitle },
  { key: 'mode', title: t.mode, kind: 'text', value: ({ mode }) => words.modes[mode] },
  { key: 'starts', title: t.startsOn, kind: 'day', value: ({ startsOn }) => startsOn },
  { key: 'ends', title: t.endsOn, kind: 'day', value: ({ endsOn }) => endsOn },
  { key: 'taken', title: t.taken, kind: 'count', value: ({ seatsTaken }) => seatsTaken },
  { key: 'left', title: t.left, kind: 'count', value: ({ seatsLeft }) => seatsLeft },
  { key: 'waiting', title: t.waiting, kind: 'count', value: ({ waiting }) => waiting },
];

const sumOf = (runs: readonly Run[], read: (run: Run) => number) =>
  runs.reduce((sum, run) => sum + read(run), 0);

const sentenceOf = (runs: readonly Run[], t: Messages['people']['runs']): string => {
  const open = runs.filter((run) => run.open);
  return t.summary(
    open.length,
    sumOf(open, ({ seatsTaken }) => seatsTaken),
    sumOf(open, ({ seats }) => seats),
    sumOf(open, ({ waiting }) => waiting),
  );
};

/** Every course run with its seats and its queue; one of them opened to see who holds a seat. */
export const RunTable = () => {
  const messages = useMessages();
  const { people } = messages;
  const t = people.runs;
  const loaded = useResource(loadRuns, []);
  const [chosen, setChosen] = useState<Run>();
  return (
    <Loaded of={loaded}>
      {(runs) => (
        <div class="stack">
          {runs.length > 0 && <p class="strong">{sentenceOf(runs, t)}</p>}
          {chosen && <RunSeats key={chosen.runId} runId={chosen.runId} code={chosen.code} />}
          <DataTable
            title={t.list}
            columns={columnsFor(messages)}
            pages={wholeList(runs)}
            rowKey={({ runId }) => runId}
            none={t.none}
            start={{ key: 'starts', direction: 'ascending' }}
            action={(run) => (
              <Button small look="quiet" label={t.who(run.code)} onClick={() => setChosen(run)}>
                {t.whoShort}
              </Button>
            )}
          />
        </div>
      )}
    </Loaded>
  );
};
