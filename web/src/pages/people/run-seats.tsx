import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';

type Seat = BodyOf<'listRunEnrolments'>['enrolments'][number] & { readonly fullName: string };

/** All pages of the run's list. */
const loadEnrolments = async (runId: string) => {
  const enrolments: BodyOf<'listRunEnrolments'>['enrolments'] = [];
  let cursor: string | undefined;
  do {
    const answer = await api.listRunEnrolments({ params: { runId }, query: { ...(cursor && { cursor }) } });
    if (!answer.ok) return answer;
    enrolments.push(...answer.body.enrolments);
    cursor = answer.body.next;
  } while (cursor);
  return { ok: true as const, body: enrolments };
};

/** Names of some people from the register, of which pages are fetched until all are found. */
const loadNames = async (wanted: ReadonlySet<string>) => {
  const names = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const answer = await api.listPeople({ query: { ...(cursor && { cursor }) } });
    if (!answer.ok) return answer;
    for (const { personId, fullName } of answer.body.people)
      if (wanted.has(personId)) names.set(personId, fullName);
    cursor = answer.body.next;
  } while (cursor && names.size < wanted.size);
  return { ok: true as const, body: names };
};

/** Who holds a seat or waits for one, by name: the seats know references only. */
const loadSeats = async (runId: string) => {
  const enrolments = await loadEnrolments(runId);
  if (!enrolments.ok) return enrolments;
  const names = await loadNames(new Set(enrolments.body.map(({ personId }) => personId)));
  if (!names.ok) return names;
  const seats: Seat[] = enrolments.body.map((one) => ({
    ...one,
    fullName: names.body.get(one.personId) ?? '',
  }));
  return { ok: true as const, body: seats };
};

const LOOKS = {
  ...{ confirmed: 'chip-indigo', completed: 'chip-leaf', waitlisted: 'chip-sophora', cancelled: '' },
} as const;

const columnsFor = ({ people: { runs: t }, teaching }: Messages): readonly Column<Seat>[] => [
  { key: 'name', title: teaching.learner, kind: 'name', value: ({ fullName }) => fullName },
  {
    ...{ key: 'status', title: t.status, kind: 'text', value: ({ status }) => t.statuses[status] },
    cell: ({ status }) => <span class={`chip ${LOOKS[status]}`}>{t.statuses[status]}</span>,
  },
  { key: 'since', title: t.since, kind: 'instant', value: ({ requestedAt }) => requestedAt },
  { key: 'result', title: t.result, kind: 'mark', value: ({ resultHundredths }) => resultHundredths },
];

/** Who holds a seat in a run, who waits and who gave up. */
export const RunSeats = ({ runId, code }: { runId: string; code: string }) => {
  const messages = useMessages();
  const t = messages.people.runs;
  const loaded = useResource(() => loadSeats(runId), [runId]);
  return (
    <Section title={t.who(code)}>
      <Loaded of={loaded}>
        {(seats) => (
          <DataTable
            title={t.who(code)}
            columns={columnsFor(messages)}
            pages={wholeList(seats)}
            rowKey={({ enrolmentId }) => enrolmentId}
            none={t.nobody}
            start={{ key: 'name', direction: 'ascending' }}
          />
        )}
      </Loaded>
    </Section>
  );
};
