import { useEffect, useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { type SignIn, signInWith } from '../../session/cognito.ts';
import type { Arriving } from '../../session/surroundings.ts';
import { Button } from '../../ui/button.tsx';
import { FirstAdministrator } from './first-administrator.tsx';
import { type DemoAccount, type LocalOffer, localOffer } from './local-cloud.ts';

type Props = { readonly onResult: (result: SignIn, arriving: Arriving) => void };

const DemoAccounts = ({ accounts, onResult }: Props & { accounts: readonly DemoAccount[] }) => {
  const { account, common } = useMessages();
  const [busy, setBusy] = useState<string>();
  const enter = async ({ fullName, loginName, password }: DemoAccount): Promise<void> => {
    setBusy(loginName);
    const result = await signInWith(loginName, password);
    setBusy(undefined);
    onResult(result, { loginName, fullName });
  };
  return (
    <section class="card card-pale" aria-label={account.demoTitle}>
      <h2>{account.demoTitle}</h2>
      <p class="muted small">{account.demoLead}</p>
      <div class="demo-accounts">
        {accounts.map((one) => (
          <Button
            key={one.loginName}
            look="quiet"
            busy={busy !== undefined}
            onClick={() => void enter(one)}
            label={account.demoSignIn(one.fullName, common.roles[one.role])}
          >
            <span>
              {common.roles[one.role]} <small>{one.fullName}</small>
            </span>
          </Button>
        ))}
      </div>
    </section>
  );
};

/** What only the platform on one's own machine shows: a button per role, or the form for the first person. */
export const LocalAccounts = ({ onResult }: Props) => {
  const [offer, setOffer] = useState<LocalOffer>({ offer: 'nothing' });
  useEffect(() => {
    void localOffer().then(setOffer);
  }, []);
  if (offer.offer === 'accounts') return <DemoAccounts accounts={offer.accounts} onResult={onResult} />;
  if (offer.offer === 'first-administrator') return <FirstAdministrator onResult={onResult} />;
  return null;
};
