import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { stepsOf } from '../placement/stand.ts';

type Member = BodyOf<'listClassMembers'>['members'][number];
type Placed = BodyOf<'listClassPlacements'>['placements'][number];
type Row = Pick<Member, 'personId' | 'fullName'> & { readonly placed?: Placed };
type LevelWords = Messages['teaching']['levels'];

const DOMAINS = ['1', '2', '3', '4', '5', '6'] as const;
type Domain = (typeof DOMAINS)[number];

/** Steps taken in a domain, 0 below the first; undefined where nothing is known. */
const stepsIn = ({ placed }: Row, domain: Domain): number | undefined => {
  const found = placed?.levels.find((each) => each.domain === domain);
  return found?.isMeasured ? stepsOf(found) : undefined;
};

const columnsFor = ({ teaching: t, people, courses }: Messages): readonly Column<Row>[] => [
  { key: 'name', title: people.register.fullName, kind: 'name', value: ({ fullName }) => fullName },
  ...DOMAINS.map(
    (domain): Column<Row> => ({
      key: domain,
      title: courses.domains[domain],
      kind: 'text',
      value: (row) => {
        const steps = stepsIn(row, domain);
        if (steps !== undefined) return t.levels.step(steps);
        return row.placed ? t.levels.notMeasured : t.levels.notSeen;
      },
      sortBy: (row) => stepsIn(row, domain),
    }),
  ),
  { key: 'at', title: t.levels.at, kind: 'instant', value: ({ placed }) => placed?.finishedAt },
];

/** The domain in which most learners stand lowest; undefined when nobody is known. */
const weakest = (rows: readonly Row[]): Domain | undefined => {
  const average = (domain: Domain) => {
    const known = rows.map((row) => stepsIn(row, domain)).filter((steps) => steps !== undefined);
    return known.length === 0
      ? Number.POSITIVE_INFINITY
      : known.reduce((sum, steps) => sum + steps, 0) / known.length;
  };
  const [first] = DOMAINS.toSorted((a, b) => average(a) - average(b));
  return first && Number.isFinite(average(first)) ? first : undefined;
};

const sentenceOf = (rows: readonly Row[], t: LevelWords, names: Messages['courses']['domains']) => {
  const placed = rows.filter((row) => row.placed).length;
  const domain = weakest(rows);
  return [t.placed(placed, rows.length), ...(domain ? [t.weakest(names[domain])] : [])].join(' ');
};

type Props = { readonly classId: string; readonly name: string; readonly members: readonly Member[] };

/** Where the learners of a class stand in each domain, as they last found out. */
export const LevelsPart = ({ classId, name, members }: Props) => {
  const messages = useMessages();
  const { teaching, courses } = messages;
  const loaded = useResource(() => api.listClassPlacements({ params: { classId } }), [classId]);
  const learners = members.filter(({ as }) => as === 'learner');
  return (
    <Loaded of={loaded}>
      {({ placements }) => {
        const known = new Map(placements.map((placed) => [placed.personId, placed]));
        const rows: readonly Row[] = learners.map(({ personId, fullName }) => {
          const placed = known.get(personId);
          return { personId, fullName, ...(placed && { placed }) };
        });
        if (placements.length === 0) return <Nothing text={teaching.levels.none} />;
        return (
          <div class="stack">
            <p class="strong">{sentenceOf(rows, teaching.levels, courses.domains)}</p>
            <DataTable
              title={teaching.levels.of(name)}
              columns={columnsFor(messages)}
              pages={wholeList(rows)}
              rowKey={({ personId }) => personId}
              none={teaching.empty}
              start={{ key: 'name', direction: 'ascending' }}
            />
            <p class="muted small">{teaching.levels.rule}</p>
          </div>
        );
      }}
    </Loaded>
  );
};
