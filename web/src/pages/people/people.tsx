import './people.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Role } from '../../../../shared/contract/roles.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { ClassDesk } from './class-desk.tsx';
import { PeopleList } from './people-list.tsx';
import { RegisterForm } from './register-form.tsx';
import { RunForm } from './run-form.tsx';
import { RunTable } from './run-table.tsx';

/** Parts of the page by their place in the address, so that a link or the back button leads to one of them. */
const PLACES = { register: 'ghi-ten', list: 'danh-sach', classes: 'lop', runs: 'dot-hoc' } as const;
type Tab = keyof typeof PLACES;
const TABS = Object.keys(PLACES) as Tab[];

/** Opening classes and runs is the training office's; a director registers people and looks. */
const tabsFor = (roles: readonly Role[]): readonly Tab[] =>
  roles.includes('training-head') ? TABS : TABS.filter((tab) => tab !== 'runs');

const PeopleDesk = () => {
  const { people: t } = useMessages();
  const who = useStore(session);
  const { query } = useLocation();
  const [opened, setOpened] = useState(0);
  const roles = who.state === 'in' ? who.roles : [];
  const tabs = tabsFor(roles);
  const tab = tabs.find((one) => PLACES[one] === query.muc) ?? 'register';
  return (
    <>
      <nav class="tabs no-print" aria-label={t.sections}>
        {tabs.map((one) => (
          <a key={one} href={`/hoc-vien?muc=${PLACES[one]}`} aria-current={one === tab ? 'page' : undefined}>
            {t.tabs[one]}
          </a>
        ))}
      </nav>
      {tab === 'register' && <RegisterForm />}
      {tab === 'list' && <PeopleList />}
      {tab === 'classes' && <ClassDesk mayChange={roles.includes('training-head')} />}
      {tab === 'runs' && (
        <>
          <RunTable key={opened} />
          <div class="section">
            <RunForm onOpened={() => setOpened(opened + 1)} />
          </div>
        </>
      )}
    </>
  );
};

/** The register of people, classes and course runs. */
const PeoplePage = () => {
  const { people: t } = useMessages();
  return (
    <Page title={t.title} lead={t.lead}>
      <OnlyFor roles={['director', 'training-head']}>
        <PeopleDesk />
      </OnlyFor>
    </Page>
  );
};
export default PeoplePage;
