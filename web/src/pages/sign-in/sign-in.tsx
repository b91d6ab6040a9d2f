import './sign-in.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useMessages } from '../../messages/use-messages.ts';
import type { SignIn, SignInRefusal } from '../../session/cognito.ts';
import { returnPath } from '../../session/return-path.ts';
import { begin, peopleHere, session } from '../../session/session.ts';
import type { Arriving } from '../../session/surroundings.ts';
import { useStore } from '../../state/store.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PersonRows } from '../../ui/person-rows.tsx';
import { LocalAccounts } from './local-accounts.tsx';
import { OwnPasswordForm } from './own-password-form.tsx';
import { PasswordForm } from './password-form.tsx';

type Challenge = Extract<SignIn, { step: 'own-password' }> & { readonly arriving: Arriving };

/** Whoever has signed in on this device before enters by one tap. */
const KnownPeople = ({ to }: { to: string }) => {
  const { account: t } = useMessages();
  const who = useStore(session);
  const people = useStore(peopleHere);
  if (who.state === 'in' || people.length === 0) return null;
  return (
    <section class="card card-pale stack-tight" aria-label={t.peopleHere}>
      <h2>{t.whoUses}</h2>
      <p>{t.peopleHereLead}</p>
      <PersonRows people={people} to={to} />
    </section>
  );
};

const Join = () => {
  const { account: t } = useMessages();
  return (
    <section class="card stack-tight" aria-label={t.noAccount}>
      <h2>{t.noAccount}</h2>
      <a class="btn btn-quiet btn-full" href="/vao-lop">
        <Icon name="people" size={24} />
        {t.joinByCode}
      </a>
    </section>
  );
};

/** Sign-in by name and password; the first time, the person chooses an own password before going on. */
const SignInPage = () => {
  const { account } = useMessages();
  const { query, route } = useLocation();
  const [challenge, setChallenge] = useState<Challenge>();
  const [refusal, setRefusal] = useState<SignInRefusal>();

  const take = (result: SignIn, arriving: Arriving): void => {
    setRefusal(result.step === 'refused' ? result.code : undefined);
    if (result.step === 'own-password') setChallenge({ ...result, arriving });
    if (result.step !== 'done') return;
    begin(result.tokens, arriving);
    route(returnPath(query.ve), true);
  };

  const title = challenge ? account.ownTitle : account.signInTitle;
  const known = query.ten ?? '';
  return (
    <Page key={title} title={title} lead={challenge ? account.ownLead : account.signInLead} narrow>
      <div class="stack">
        {refusal && (
          <Notice tone="bad">
            <p>{account.refusals[refusal]}</p>
          </Notice>
        )}
        {challenge ? (
          <OwnPasswordForm challenge={challenge} onResult={(result) => take(result, challenge.arriving)} />
        ) : (
          <>
            {known === '' && <KnownPeople to={returnPath(query.ve)} />}
            <PasswordForm key={known} known={known} onResult={take} />
            <Join />
            <LocalAccounts onResult={take} />
          </>
        )}
      </div>
    </Page>
  );
};
export default SignInPage;
