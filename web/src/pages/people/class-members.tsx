import { useState } from 'preact/hooks';
import type { SchoolClass } from '../../../../services/people/contract.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { useSettled } from '../../state/use-settled.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/fields.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { MemberTable } from './member-table.tsx';

type Props = {
  readonly schoolClass: SchoolClass;
  readonly mayChange: boolean;
  readonly onChange: () => void;
};

const AddPerson = ({ schoolClass, onChange }: Omit<Props, 'mayChange'>) => {
  const { people: t } = useMessages();
  const [search, setSearch] = useState('');
  const asked = useSettled(search.trim());
  const found = useResource(asked ? () => api.listPeople({ query: { search: asked } }) : undefined, [asked]);
  const { run, busy, problem } = useAction();
  const add = async (personId: string, as: 'learner' | 'teacher'): Promise<void> => {
    const params = { classId: schoolClass.classId, personId };
    if (!(await run([params, as], () => api.putClassMember({ params, body: { as } })))) return;
    setSearch('');
    onChange();
  };
  return (
    <div class="stack-tight">
      <SearchField
        label={t.classes.addTo(schoolClass.name)}
        hint={t.classes.findPerson}
        value={search}
        onValue={setSearch}
      />
      <Refusal problem={problem} />
      {asked && (
        <Loaded of={found}>
          {({ people }) => (
            <div class="row">
              {people.length === 0 && <p class="muted">{t.list.none}</p>}
              {people.slice(0, 8).flatMap(({ personId, fullName, roles }) =>
                (['learner', 'teacher'] as const)
                  .filter((as) => roles.includes(as))
                  .map((as) => (
                    <Button
                      key={`${personId} ${as}`}
                      small
                      look="quiet"
                      busy={busy}
                      onClick={() => void add(personId, as)}
                    >
                      {t.classes.addAs(fullName, t.as[as])}
                    </Button>
                  )),
              )}
            </div>
          )}
        </Loaded>
      )}
    </div>
  );
};

/** The members of one class, with adding and removing for the training office. */
export const ClassMembers = ({ schoolClass, mayChange, onChange }: Props) => {
  const { people: t } = useMessages();
  const { classId, name } = schoolClass;
  const loaded = useResource(() => api.listClassMembers({ params: { classId } }), [classId]);
  const changed = (): void => {
    void loaded.reload();
    onChange();
  };
  return (
    <div class="stack">
      <Loaded of={loaded}>
        {({ members }) => (
          <MemberTable
            name={name}
            members={members}
            {...(mayChange && {
              action: ({ personId, fullName }) => (
                <AskFirst
                  small
                  label={t.classes.remove(fullName)}
                  ask={t.classes.removeAsk(fullName, name)}
                  yes={t.classes.removeYes}
                  no={t.classes.removeNo}
                  content={personId}
                  act={() => api.removeClassMember({ params: { classId, personId } })}
                  onDone={changed}
                >
                  ✕
                </AskFirst>
              ),
            })}
          />
        )}
      </Loaded>
      {mayChange && <AddPerson schoolClass={schoolClass} onChange={changed} />}
    </div>
  );
};
