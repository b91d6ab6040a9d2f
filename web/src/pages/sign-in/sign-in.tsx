import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useMessages } from '../../messages/use-messages.ts';
import type { SignIn, SignInRefusal } from '../../session/cognito.ts';
import { returnPath } from '../../session/return-path.ts';
import { begin } from '../../session/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { LocalAccounts } from './local-accounts.tsx';
import { OwnPasswordForm } from './own-password-form.tsx';
import { PasswordForm } from './password-form.tsx';

type Challenge = Extract<SignIn, { step: 'own-password' }>;

/** Sign-in by name and password; the first time, the person chooses an own password before going on. */
const SignInPage = () => {
  const { account } = useMessages();
  const { query, route } = useLocation();
  const [challenge, setChallenge] = useState<Challenge>();
  const [refusal, setRefusal] = useState<SignInRefusal>();

  const take = (result: SignIn): void => {
    setRefusal(result.step === 'refused' ? result.code : undefined);
    if (result.step === 'own-password') setChallenge(result);
    if (result.step !== 'done') return;
    begin(result.tokens);
    route(returnPath(query.ve), true);
  };

  const title = challenge ? account.ownTitle : account.signInTitle;
  return (
    <Page key={title} title={title} lead={challenge ? account.ownLead : account.signInLead} narrow>
      <div class="stack">
        {refusal && (
          <Notice tone="bad">
            <p>{account.refusals[refusal]}</p>
          </Notice>
        )}
        {challenge ? (
          <OwnPasswordForm challenge={challenge} onResult={take} />
        ) : (
          <>
            <PasswordForm onResult={take} />
            <LocalAccounts onResult={take} />
          </>
        )}
      </div>
    </Page>
  );
};
export default SignInPage;
