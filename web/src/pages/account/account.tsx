import { useLocation } from 'preact-iso/router';
import type { Role } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import { classLine } from '../../learning/class-name.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { menuFor } from '../../session/menu.ts';
import { peopleHere, session, signOut } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { AppearanceChoices } from '../../ui/appearance.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ChangePassword } from './change-password.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { PeopleHere } from './people-here.tsx';

const Me = () => {
  const { account: t, common, join } = useMessages();
  const loaded = useResource(() => api.getMe(), []);
  return (
    <Loaded of={loaded}>
      {({ fullName, loginName, roles, classes }) => (
        <div class="card card-main stack-tight">
          <h2>{fullName}</h2>
          <p class="muted">{loginName}</p>
          <p class="row">
            <span class="unseen">{t.roles}: </span>
            {roles.map((role) => (
              <span key={role} class="chip chip-indigo">
                {common.roles[role]}
              </span>
            ))}
          </p>
          {roles.includes('learner') && (
            <a class="btn btn-quiet btn-full" href="/vao-lop">
              <Icon name="people" size={22} />
              {join.title}
            </a>
          )}
          {classes.length > 0 && (
            <p>
              {t.classes}: {classes.map(classLine).join(', ')}
            </p>
          )}
        </div>
      )}
    </Loaded>
  );
};

const Leave = () => {
  const { account: t } = useMessages();
  const { route } = useLocation();
  const leave = (everywhere: boolean): void => {
    void signOut(everywhere);
    route(peopleHere.get().length > 0 ? '/dang-nhap' : '/');
  };
  return (
    <Section title={t.leave}>
      <div class="stack-tight">
        <Button full onClick={() => leave(false)}>
          {t.signOut}
        </Button>
        <Button full look="quiet" onClick={() => leave(true)}>
          {t.signOutEverywhere}
        </Button>
      </div>
    </Section>
  );
};

const AllPages = ({ roles }: { roles: readonly Role[] }) => {
  const { common } = useMessages();
  return (
    <ul class="stack-tight">
      {menuFor(roles)
        .slice(0, -1)
        .map(({ href, label, icon }) => (
          <li key={href}>
            <a class="btn btn-quiet btn-full" href={href}>
              <Icon name={icon} size={22} />
              {common.menu[label]}
            </a>
          </li>
        ))}
    </ul>
  );
};

/** Who is signed in, all pages of that person, how the site looks, the people of this device, and signing out. */
const AccountPage = () => {
  const { account: t } = useMessages();
  const who = useStore(session);
  const isIn = who.state === 'in';
  return (
    <Page title={t.title} narrow>
      <Me />
      {isIn && (
        <Section title={t.allPages}>
          <AllPages roles={who.roles} />
        </Section>
      )}
      <Section title={t.appearance}>
        <div class="stack">
          <AppearanceChoices />
        </div>
      </Section>
      <Section title={t.language}>
        <LanguageChoice />
      </Section>
      {isIn && (
        <>
          <Section title={t.peopleHere}>
            <PeopleHere />
          </Section>
          <Section title={t.password}>
            <ChangePassword />
          </Section>
          <Leave />
        </>
      )}
    </Page>
  );
};
export default AccountPage;
