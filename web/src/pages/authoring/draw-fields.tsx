import { useRef } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Problem } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { emptyRow, type RowDraft } from './blueprint-draft.ts';
import { BlueprintFields } from './blueprint-fields.tsx';

type Rows = readonly RowDraft[];
type Props = {
  readonly courseId: string;
  /** Undefined where questions are drawn by their number alone. */
  readonly rows: Rows | undefined;
  readonly onRows: (rows: Rows | undefined) => void;
  readonly problem: Problem | undefined;
};

const ROW = /^\/body\/blueprint\/(\d+)\//;

/** What the service said about rows that are still as they were sent: one that was changed since may be right. */
const faultsOf = (problem: Problem | undefined, sent: Rows, rows: Rows): ReadonlyMap<number, string> =>
  new Map(
    (problem?.errors ?? []).flatMap(({ pointer, detail }) => {
      const row = sent[Number(ROW.exec(pointer)?.[1])];
      const place = row ? rows.indexOf(row) : -1;
      return place < 0 ? [] : [[place, detail] as const];
    }),
  );

const useRowFaults = (problem: Problem | undefined, rows: Rows): ReadonlyMap<number, string> => {
  const told = useRef({ problem, rows });
  if (told.current.problem !== problem) told.current = { problem, rows };
  return faultsOf(problem, told.current.rows, rows);
};

const Blueprint = ({ courseId, rows, onRows, problem }: Props & { readonly rows: Rows }) => {
  const counts = useResource(() => api.countBankItems({ params: { courseId } }), [courseId]);
  const faults = useRowFaults(problem, rows);
  return (
    <div {...(!counts.data && { 'data-missing': true, tabIndex: -1 })}>
      <Loaded of={counts}>
        {({ cells }) => <BlueprintFields rows={rows} cells={cells} faults={faults} onRows={onRows} />}
      </Loaded>
    </div>
  );
};

/** How the questions of a quiz are drawn: so many at random, or row by row of a blueprint. */
export const DrawFields = (props: Props) => {
  const { rows, onRows } = props;
  const { bank } = useMessages();
  const t = bank.blueprint;
  const choices = [
    { value: 'count', text: t.ways.count },
    { value: 'blueprint', text: t.ways.blueprint },
  ];
  return (
    <>
      <SelectField
        label={t.way}
        value={rows ? 'blueprint' : 'count'}
        choices={choices}
        onValue={(way) => onRows(way === 'blueprint' ? [emptyRow(1)] : undefined)}
      />
      {rows && <Blueprint {...props} rows={rows} />}
    </>
  );
};
