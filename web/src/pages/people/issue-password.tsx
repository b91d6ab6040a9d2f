import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf, Refused } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Logo } from '../../ui/drawings.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';

type Issued = Extract<BodyOf<'issueInitialPassword'>, { loginName: string }>;

const Slip = ({ fullName, issued }: { fullName: string; issued: Issued }) => {
  const { people: t, common } = useMessages();
  return (
    <section class="card card-main slip" aria-label={t.password.title}>
      <div class="row">
        <Logo />
        <b>{common.brand}</b>
      </div>
      <h2>{t.password.title}</h2>
      <p class="strong">{fullName}</p>
      <dl>
        <dt>{t.password.loginName}</dt>
        <dd>{issued.loginName}</dd>
        <dt>{t.password.initial}</dt>
        <dd>{issued.initialPassword}</dd>
      </dl>
      <p>{t.password.steps(location.origin)}</p>
      <div class="no-print stack-tight">
        <Notice>
          <p>{t.password.once}</p>
        </Notice>
        <Button onClick={() => print()}>
          <Icon name="print" size={20} />
          {t.password.print}
        </Button>
      </div>
    </section>
  );
};

/** How long to wait (ms), and how often, for an account that is still being created. */
const ACCOUNT_WAIT_MS = 1_000;
const ACCOUNT_TRIES = 15;

const LATE: Refused = {
  ok: false,
  problem: { type: '/problems/try-again', code: 'try-again', title: '', status: 503 },
};

/** Asks until the account is there; a refusal to try again when that takes too long. */
const issueWhenReady = async (personId: string): Promise<{ ok: true; body: Issued } | Refused> => {
  for (let tries = 0; tries < ACCOUNT_TRIES; tries += 1) {
    const answer = await api.issueInitialPassword({ params: { personId } });
    if (!answer.ok) return answer;
    if (answer.status === 201) return { ok: true, body: answer.body };
    await new Promise((resolve) => setTimeout(resolve, ACCOUNT_WAIT_MS));
  }
  return LATE;
};

/** Issues a one-time password and shows it once, as a slip to print. Waits while the account is being created. */
export const IssuePassword = ({ personId, fullName }: { personId: string; fullName: string }) => {
  const { people: t } = useMessages();
  const [issued, setIssued] = useState<Issued>();
  const { run, busy, problem } = useAction();
  const issue = async (): Promise<void> => {
    const answer = await run(personId, () => issueWhenReady(personId));
    if (answer) setIssued(answer);
  };
  if (issued) return <Slip fullName={fullName} issued={issued} />;
  return (
    <div class="no-print stack-tight">
      <Refusal problem={problem} />
      <Button
        busy={busy}
        busyLabel={t.password.issuing}
        label={t.password.issue(fullName)}
        onClick={() => void issue()}
      >
        <Icon name="key" size={22} />
        {t.password.issueShort}
      </Button>
    </div>
  );
};
