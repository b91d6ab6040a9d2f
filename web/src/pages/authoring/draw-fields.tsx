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

/** What the service said about rows, by their places. */
const faultsIn = (problem: Problem | undefined): ReadonlyMap<number, string> =>
  new Map(
    (problem?.errors ?? []).flatMap(({ pointer, detail }) => {
      const place = ROW.exec(pointer)?.[1];
      return place === undefined ? [] : [[Number(place), detail] as const];
    }),
  );

const Blueprint = ({ courseId, rows, onRows, problem }: Props & { readonly rows: Rows }) => {
  const counts = useResource(() => api.countBankItems({ params: { courseId } }), [courseId]);
  return (
    <Loaded of={counts}>
      {({ cells }) => (
        <BlueprintFields rows={rows} cells={cells} faults={faultsIn(problem)} onRows={onRows} />
      )}
    </Loaded>
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
