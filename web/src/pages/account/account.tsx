import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { chooseLanguage, type Language, language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { menuFor } from '../../session/menu.ts';
import { session, signOut } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';

/** Each language in its own words, so that it can be found by whoever reads only that one. */
const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'vi', name: new Intl.DisplayNames('vi', { type: 'language' }).of('vi') ?? 'vi' },
  { code: 'en', name: new Intl.DisplayNames('en', { type: 'language' }).of('en') ?? 'en' },
];

const LanguageChoice = () => {
  const { account: t } = useMessages();
  const shown = useStore(language);
  const [hasFailed, setFailed] = useState(false);
  const choose = async (wanted: Language): Promise<void> => {
    setFailed(false);
    await chooseLanguage(wanted).catch(() => setFailed(true));
  };
  return (
    <fieldset>
      <legend class="unseen">{t.language}</legend>
      <div class="ticks">
        {LANGUAGES.map(({ code, name }) => (
          <label key={code} class="tick" lang={code}>
            <input type="radio" name="language" checked={shown === code} onChange={() => void choose(code)} />
            {name}
          </label>
        ))}
      </div>
      {hasFailed && (
        <Notice tone="bad">
          <p>{t.languageFailed}</p>
        </Notice>
      )}
    </fieldset>
  );
};

const Me = () => {
  const { account: t, common } = useMessages();
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
          {classes.length > 0 && (
            <p>
              {t.classes}: {classes.map(({ code, name }) => `${code} ${name}`).join(', ')}
            </p>
          )}
        </div>
      )}
    </Loaded>
  );
};

/** Who is signed in, all pages of that person, the language, and signing out. */
const AccountPage = () => {
  const { account: t, common } = useMessages();
  const { route } = useLocation();
  const who = useStore(session);
  const roles = who.state === 'in' ? who.roles : undefined;
  const leave = async (everywhere: boolean): Promise<void> => {
    await signOut(everywhere);
    route('/');
  };
  return (
    <Page title={t.title} narrow>
      <Me />
      <Section title={t.allPages}>
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
      </Section>
      <Section title={t.language}>
        <LanguageChoice />
      </Section>
      {roles && (
        <div class="section stack-tight">
          <Button full onClick={() => void leave(false)}>
            {t.signOut}
          </Button>
          <Button full look="quiet" onClick={() => void leave(true)}>
            {t.signOutEverywhere}
          </Button>
        </div>
      )}
    </Page>
  );
};
export default AccountPage;
