import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { MarkCell, MarkLegend } from './mark-cell.tsx';
import { QUIET_CHOICES } from './quiet-days.ts';
import { RemindCard } from './remind-card.tsx';
import { agoText, type Learner } from './roster.ts';

type Props = {
  readonly name: string;
  readonly learners: readonly Learner[];
  readonly courses: BodyOf<'getClassProgress'>['courses'];
  readonly quietDays: number;
  readonly onQuietDays: (days: number) => void;
};

const LastSeen = ({ learner, now }: { learner: Learner; now: string }) => {
  const { teaching: t } = useMessages();
  return (
    <span class="last-seen">
      {agoText(learner.lastActivityAt, now, t)}
      {learner.behind && <span class="chip chip-sophora">{t.isBehind}</span>}
    </span>
  );
};

const columnsFor = (
  courses: Props['courses'],
  now: string,
  t: Messages['teaching'],
): readonly Column<Learner>[] => [
  { key: 'name', title: t.learner, kind: 'name', value: ({ fullName }) => fullName },
  ...courses.map(
    ({ courseId, title }): Column<Learner> => ({
      key: courseId,
      title,
      kind: 'mark',
      value: (learner) => learner.courses.get(courseId)?.bestHundredths,
      cell: (learner) => <MarkCell course={learner.courses.get(courseId)} />,
      isShown: (learner) => learner.courses.has(courseId),
    }),
  ),
  {
    key: 'last',
    title: t.lastSeen,
    kind: 'text',
    value: (learner) => agoText(learner.lastActivityAt, now, t),
    sortBy: ({ lastActivityAt }) => lastActivityAt ?? '',
    cell: (learner) => <LastSeen learner={learner} now={now} />,
  },
];

/** Learners by courses with their best marks, beside whom to remind. */
export const ProgressPart = ({ name, learners, courses, quietDays, onQuietDays }: Props) => {
  const { teaching: t } = useMessages();
  const now = new Date().toISOString();
  return (
    <div class="progress-part">
      <div class="stack">
        {learners.length > 0 && courses.length === 0 && <p class="muted">{t.notSeated}</p>}
        <DataTable
          title={t.progressOf(name)}
          columns={columnsFor(courses, now, t)}
          pages={wholeList(learners)}
          rowKey={({ personId }) => personId}
          none={t.empty}
          start={{ key: 'name', direction: 'ascending' }}
        />
        {courses.length > 0 && <MarkLegend />}
      </div>
      <aside class="stack no-print" aria-label={t.remind.title}>
        <RemindCard className={name} learners={learners} courses={courses} now={now} />
        <SelectField
          label={t.quietDays}
          value={String(quietDays)}
          choices={QUIET_CHOICES.map((days) => ({ value: String(days), text: t.days(days) }))}
          onValue={(days) => onQuietDays(Number(days))}
        />
      </aside>
    </div>
  );
};
