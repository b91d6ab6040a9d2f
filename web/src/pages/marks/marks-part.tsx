import { useState } from 'preact/hooks';
import { formatMark } from '#shared/marks/marks.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { type Pages, usePages } from '../../state/use-pages.ts';
import { useResource } from '../../state/use-resource.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { confirmMarks, type Outcomes } from './confirm.ts';
import { ConfirmOutcomes } from './confirm-outcomes.tsx';
import {
  confirmable,
  type MarkRow,
  type MarkStateName,
  marksSentence,
  rowsOf,
  stateOf,
} from './mark-rows.ts';
import { createNameBook } from './name-book.ts';

const CHIPS: Readonly<Record<MarkStateName, string>> = {
  final: 'chip-leaf',
  provisional: 'chip-sophora',
  marking: 'chip-indigo',
  ungraded: '',
};

const columnsFor = (t: Messages['marks']): readonly Column<MarkRow>[] => [
  { key: 'name', title: t.learner, kind: 'name', value: ({ fullName }) => fullName ?? t.unnamed },
  { key: 'class', title: t.class, kind: 'text', value: ({ className }) => className },
  { key: 'mark', title: t.mark, kind: 'mark', value: ({ grade }) => grade?.scoreHundredths },
  {
    ...{ key: 'passed', title: t.passed, kind: 'text' },
    value: ({ grade }) => grade && (grade.passed ? t.passes : t.fails),
  },
  {
    ...{ key: 'state', title: t.state, kind: 'text', value: (row) => t.states[stateOf(row)] },
    cell: (row) => <span class={`chip ${CHIPS[stateOf(row)]}`}>{t.states[stateOf(row)]}</span>,
  },
  {
    ...{ key: 'late', title: t.late, kind: 'text' },
    value: ({ grade }) => (grade?.reason === 'late-answers' ? t.hasLate : undefined),
  },
  { key: 'by', title: t.submittedBy, kind: 'text', value: ({ submittedBy }) => t.submitters[submittedBy] },
  { key: 'no', title: t.attemptNo, kind: 'count', value: ({ attemptNo }) => attemptNo },
  { key: 'started', title: t.startedAt, kind: 'instant', value: ({ startedAt }) => startedAt },
];

type ConfirmProps = {
  readonly quizId: string;
  readonly rows: readonly MarkRow[];
  readonly onConfirmed: (outcomes: Outcomes) => void;
};

/** Asks before it confirms; several when no `one` is meant. */
const Confirm = ({ quizId, rows, one, onConfirmed }: ConfirmProps & { readonly one?: MarkRow }) => {
  const { marks } = useMessages();
  const t = marks.confirm;
  const meant = one ? [one] : confirmable(rows);
  if (meant.length === 0) return null;
  const name = one?.fullName ?? marks.unnamed;
  const ask = one ? t.askOne(name, formatMark(one.grade?.scoreHundredths ?? 0)) : t.askAll(meant.length);
  return (
    <AskFirst
      small={one !== undefined}
      {...(one && { label: t.oneLabel(name) })}
      ask={ask}
      yes={t.yes}
      no={t.no}
      busyLabel={t.busy}
      content={meant.map(({ attemptId, grade }) => [attemptId, grade?.gradeNo])}
      act={() => confirmMarks(quizId, meant)}
      onDone={onConfirmed}
    >
      {one ? t.one : t.all(meant.length)}
    </AskFirst>
  );
};

type TableProps = {
  readonly quiz: BodyOf<'getQuiz'>;
  readonly pages: Pages<MarkRow>;
  readonly onConfirmed: ConfirmProps['onConfirmed'];
};

const MarkTable = ({ quiz: { quizId, title }, pages, onConfirmed }: TableProps) => {
  const { marks: t } = useMessages();
  const isAnyToConfirm = confirmable(pages.rows).length > 0;
  return (
    <DataTable
      title={t.ofQuiz(title)}
      columns={columnsFor(t)}
      pages={pages}
      rowKey={({ attemptId }) => attemptId}
      none={t.none}
      forShown={(rows) => <Confirm {...{ quizId, rows, onConfirmed }} />}
      {...(isAnyToConfirm && {
        action: (row: MarkRow) =>
          stateOf(row) === 'provisional' && <Confirm {...{ quizId, rows: [row], one: row, onConfirmed }} />,
      })}
    />
  );
};

/** How many answers wait for the caller; says nothing where none do. */
const MarkingLink = ({ quizId }: { quizId: string }) => {
  const { marks } = useMessages();
  const queue = useResource(() => api.getMarkingQueue({ params: { quizId } }), [quizId]);
  if (!queue.data || queue.data.forMe === 0) return null;
  return (
    <a class="btn no-print" href={`/cham-bai/${quizId}`}>
      {marks.marking.open(queue.data.forMe)}
    </a>
  );
};

type Props = { readonly quiz: BodyOf<'getQuiz'>; readonly isOffice: boolean };

/** Handed-in attempts with their marks, and confirming those that are provisional. */
export const MarksPart = ({ quiz, isOffice }: Props) => {
  const { marks: t } = useMessages();
  const { quizId } = quiz;
  const [outcomes, setOutcomes] = useState<Outcomes>();
  const [namesOf] = useState(() => createNameBook(isOffice));
  const load = async (cursor: string | undefined) => {
    const answer = await api.listQuizAttempts({ params: { quizId }, ...(cursor && { query: { cursor } }) });
    if (!answer.ok) return answer;
    const names = await namesOf(answer.body.attempts.map(({ personId }) => personId));
    if (!names.ok) return names;
    const { attempts, next } = answer.body;
    return { ok: true as const, body: { rows: rowsOf(attempts, names.body), next } };
  };
  const loaded = usePages(load, ({ rows }) => rows, [quizId]);
  const confirmed = (body: Outcomes): void => {
    setOutcomes(body);
    void loaded.reload();
  };
  return (
    <Loaded of={loaded}>
      {(pages) => (
        <div class="stack">
          {pages.rows.length > 0 && (
            <p class="marks-sentence">{marksSentence(pages.rows, pages.more !== undefined, t)}</p>
          )}
          <div>
            <MarkingLink quizId={quizId} />
          </div>
          <ConfirmOutcomes outcomes={outcomes} />
          <MarkTable quiz={quiz} pages={pages} onConfirmed={confirmed} />
        </div>
      )}
    </Loaded>
  );
};
