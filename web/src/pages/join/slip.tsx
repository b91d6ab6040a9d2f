import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { signInWith } from '../../session/cognito.ts';
import { forgetNewcomer, keptNewcomer, type Newcomer } from '../../session/newcomer.ts';
import { begin, currentPersonId } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Logo } from '../../ui/drawings.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFirstLesson } from './use-first-lesson.ts';

type Made = NonNullable<Newcomer['made']>;
type Password =
  | { readonly state: 'waiting' }
  | { readonly state: 'late' }
  | { readonly state: 'gone' }
  | { readonly state: 'there'; readonly text: string };

/** How long to wait (ms), and how often, for an account that is still being made. */
const WAIT_MS = 700;
const TRIES = 30;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the account is there. Late: it takes too long, or nothing answers. Gone: nothing is given any more. */
const passwordOf = async ({ personId }: Made, claim: string): Promise<Password> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await api.claimPassword({ params: { personId }, body: { claim } });
    if (!answer.ok) return { state: answer.problem.code === 'not-found' ? 'gone' : 'late' };
    if (answer.status === 200) return { state: 'there', text: answer.body.password };
    await pause(WAIT_MS);
  }
  return { state: 'late' };
};

/** Somebody else may have the phone by the time that the service has answered. */
const hasThePhone = ({ personId }: Made): boolean => keptNewcomer()?.made?.personId === personId;

const enter = async (made: Made, password: string): Promise<void> => {
  const { personId, loginName } = made;
  if (currentPersonId() === personId || !hasThePhone(made)) return;
  const result = await signInWith(loginName, password);
  if (result.step === 'done' && hasThePhone(made)) begin(result.tokens, { loginName });
};

const Lines = ({ fullName, made, password }: { fullName: string; made: Made; password: string }) => {
  const { join: t, common } = useMessages();
  return (
    <section class="card card-main join-slip" aria-label={t.slip}>
      <div class="row">
        <Logo />
        <b>{common.brand}</b>
      </div>
      <h2>{t.slip}</h2>
      <p class="strong">{fullName}</p>
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

type NotThereProps = {
  readonly password: Exclude<Password, { state: 'there' }>;
  readonly made: Made;
  readonly onRetry: () => void;
  readonly onGone: () => void;
};

/** Instead of the slip: the account is being made, that takes too long, or nothing is given any more. */
const NotThere = ({ password, made, onRetry, onGone }: NotThereProps) => {
  const { join: t, common, account } = useMessages();
  if (password.state === 'waiting')
    return (
      <div class="waiting" role="status">
        <p class="card">{t.making}</p>
        <i />
      </div>
    );
  if (password.state === 'gone')
    return (
      <Notice>
        <p>
          {t.loginName}: <b>{made.loginName}</b>. {account.forgot}
        </p>
        <Button onClick={onGone}>{t.someoneElse}</Button>
      </Notice>
    );
  return (
    <Notice tone="bad">
      <p>{t.makingSlow}</p>
      <Button onClick={onRetry}>{common.retry}</Button>
    </Notice>
  );
};

/** The two lines to keep, once the account is there; the person is signed in with them at once. */
export const Slip = ({ newcomer, made, onGone }: { newcomer: Newcomer; made: Made; onGone: () => void }) => {
  const { join: t } = useMessages();
  const { route } = useLocation();
  const lesson = useFirstLesson(undefined);
  const [password, setPassword] = useState<Password>({ state: 'waiting' });
  const [isEntering, setEntering] = useState(true);
  const fetchPassword = async (): Promise<void> => {
    setPassword({ state: 'waiting' });
    const answer = await passwordOf(made, newcomer.claim);
    setPassword(answer);
    // Who leaves before this is done would be a guest in the lesson, and nothing would say so.
    if (answer.state === 'there') await enter(made, answer.text).finally(() => setEntering(false));
    if (answer.state === 'gone') forgetNewcomer();
  };
  useEffect(() => void fetchPassword(), []);
  const leave = (): void => {
    forgetNewcomer();
    route(lesson?.href ?? '/khoa-hoc', true);
  };
  if (password.state !== 'there')
    return <NotThere {...{ password, made, onGone }} onRetry={() => void fetchPassword()} />;
  return (
    <div class="stack">
      <Lines fullName={newcomer.fullName} made={made} password={password.text} />
      <div class="stack-tight no-print">
        <Button full busy={isEntering} busyLabel={t.entering} onClick={leave}>
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
