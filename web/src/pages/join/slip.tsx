import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { signInWith } from '../../session/cognito.ts';
import { begin, currentPersonId } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Logo } from '../../ui/drawings.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { forgetNewcomer, type Newcomer } from './newcomer.ts';

type Made = NonNullable<Newcomer['made']>;
type Password =
  | { readonly state: 'waiting' }
  | { readonly state: 'late' }
  | { readonly state: 'there'; readonly text: string };

/** How long to wait (ms), and how often, for an account that is still being made. */
const WAIT_MS = 700;
const TRIES = 30;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the account is there; undefined when it takes too long or nothing answers. */
const passwordOf = async ({ personId }: Made, claim: string): Promise<string | undefined> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await api.claimPassword({ params: { personId }, body: { claim } });
    if (answer.ok) return answer.body.password;
    if (answer.problem.code !== 'account-pending') return undefined;
    await pause(WAIT_MS);
  }
  return undefined;
};

const enter = async ({ personId, loginName }: Made, password: string): Promise<void> => {
  if (currentPersonId() === personId) return;
  const result = await signInWith(loginName, password);
  if (result.step === 'done') begin(result.tokens, { loginName });
};

const Lines = ({ made, password }: { made: Made; password: string }) => {
  const { join: t, common } = useMessages();
  return (
    <section class="card card-main join-slip" aria-label={t.slip}>
      <div class="row">
        <Logo />
        <b>{common.brand}</b>
      </div>
      <h2>{t.slip}</h2>
      <dl>
        <dt>{t.loginName}</dt>
        <dd>{made.loginName}</dd>
        <dt>{t.password}</dt>
        <dd>{password}</dd>
      </dl>
      <Notice>
        <p class="strong">{t.slipKeep}</p>
      </Notice>
    </section>
  );
};

/** The two lines to keep, once the account is there; the person is signed in with them at once. */
export const Slip = ({ newcomer, made }: { newcomer: Newcomer; made: Made }) => {
  const { join: t, common } = useMessages();
  const { route } = useLocation();
  const [password, setPassword] = useState<Password>({ state: 'waiting' });
  const fetchPassword = async (): Promise<void> => {
    setPassword({ state: 'waiting' });
    const text = await passwordOf(made, newcomer.claim);
    setPassword(text === undefined ? { state: 'late' } : { state: 'there', text });
    if (text !== undefined) await enter(made, text);
  };
  useEffect(() => void fetchPassword(), []);
  const leave = (): void => {
    forgetNewcomer();
    route('/', true);
  };
  if (password.state === 'waiting')
    return (
      <div class="waiting" role="status">
        <p class="card">{t.making}</p>
        <i />
      </div>
    );
  if (password.state === 'late')
    return (
      <Notice tone="bad">
        <p>{t.makingSlow}</p>
        <Button onClick={() => void fetchPassword()}>{common.retry}</Button>
      </Notice>
    );
  return (
    <div class="stack">
      <Lines made={made} password={password.text} />
      <div class="stack-tight no-print">
        <Button full onClick={leave}>
          {t.kept}
          <Icon name="forward" size={22} weight={2.6} />
        </Button>
        <Button full look="quiet" onClick={() => print()}>
          <Icon name="print" size={22} />
          {t.print}
        </Button>
      </div>
    </div>
  );
};
