import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';
import type { Names } from './name-book.ts';
import type { Regrade } from './regrade.ts';

type Change = Regrade['changes'][number] & { readonly fullName?: string; readonly className?: string };

const effectOf = ({ passedBefore, passes }: Change, t: Messages['marks']['correct']): string | undefined => {
  if (passedBefore === passes) return undefined;
  return passes ? t.nowPasses : t.nowFails;
};

const columnsFor = (marks: Messages['marks']): readonly Column<Change>[] => {
  const t = marks.correct;
  return [
    { key: 'name', title: marks.learner, kind: 'name', value: ({ fullName }) => fullName ?? marks.unnamed },
    { key: 'class', title: marks.class, kind: 'text', value: ({ className }) => className },
    { key: 'from', title: t.from, kind: 'mark', value: ({ fromHundredths }) => fromHundredths },
    { key: 'to', title: t.to, kind: 'mark', value: ({ toHundredths }) => toHundredths },
    {
      ...{ key: 'effect', title: t.effect, kind: 'text', value: (change) => effectOf(change, t) },
      cell: (change) => {
        const effect = effectOf(change, t);
        return (
          effect && <span class={`chip ${change.passes ? 'chip-leaf' : 'chip-vermilion'}`}>{effect}</span>
        );
      },
    },
  ];
};

type Props = { readonly regrade: Regrade; readonly names: Names; readonly isDone: boolean };

/** Whose mark changes from what to what, after a sentence on how many do and do not. */
export const RegradeReport = ({ regrade, names, isDone }: Props) => {
  const { marks } = useMessages();
  const t = marks.correct;
  const { changes, unchanged, notComparable, undecided } = regrade;
  return (
    <div class="stack">
      <div role="status">
        <p class="strong">{isDone ? t.changed(changes.length) : t.willChange(changes.length)}</p>
        {unchanged > 0 && <p>{t.unchanged(unchanged)}</p>}
        {notComparable > 0 && <p>{t.notComparable(notComparable)}</p>}
        {undecided > 0 && <p>{t.undecided(undecided)}</p>}
      </div>
      {changes.length > 0 && (
        <DataTable
          title={t.table}
          columns={columnsFor(marks)}
          pages={wholeList(changes.map((change) => ({ ...change, ...names.get(change.personId) })))}
          rowKey={({ attemptId }) => attemptId}
          none={t.willChange(0)}
        />
      )}
    </div>
  );
};
