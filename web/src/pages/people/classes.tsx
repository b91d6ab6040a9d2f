import './people.css';
import { useState } from 'preact/hooks';
import { compareNames } from '#shared/text/vietnamese.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ClassInvite } from './class-invite.tsx';
import { MemberTable } from './member-table.tsx';

const Members = ({ classId, name }: { classId: string; name: string }) => {
  const { people: t } = useMessages();
  const loaded = useResource(() => api.listClassMembers({ params: { classId } }), [classId]);
  return (
    <Section title={t.members(name)}>
      <Loaded of={loaded}>
        {({ members }) => (
          <MemberTable
            members={[...members].sort((a, b) => compareNames(a.fullName, b.fullName))}
            label={t.members(name)}
          />
        )}
      </Loaded>
    </Section>
  );
};

/** A teacher's classes with their members, sorted by given name. */
const ClassesPage = () => {
  const { people: t } = useMessages();
  const loaded = useResource(() => api.listClasses(), []);
  const [chosen, setChosen] = useState<string>();
  return (
    <Page title={t.classesTitle} lead={t.classesLead}>
      <Loaded of={loaded}>
        {({ classes }) => {
          const shown = classes.find(({ classId }) => classId === chosen) ?? classes[0];
          if (!shown) return <Nothing text={t.noClasses} />;
          return (
            <>
              <ul class="class-tabs">
                {classes.map((one) => (
                  <li key={one.classId}>
                    <button
                      type="button"
                      class="card class-tab"
                      aria-pressed={one.classId === shown.classId}
                      onClick={() => setChosen(one.classId)}
                    >
                      <b>{one.code}</b>
                      <span>{one.name}</span>
                      <span class="muted small">{t.learners(one.learnerCount)}</span>
                    </button>
                  </li>
                ))}
              </ul>
              <Section title={shown.name}>
                <ClassInvite key={shown.classId} classId={shown.classId} name={shown.name} />
              </Section>
              <Members key={shown.classId} classId={shown.classId} name={shown.name} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
export default ClassesPage;
