import type { ComponentChildren } from 'preact';
import type { Role } from '../../../shared/contract/roles.ts';
import type { Problem } from '../api/types.ts';
import { formatInstant } from '../format/dates.ts';
import { language } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { signInAddress } from '../session/return-path.ts';
import { session } from '../session/session.ts';
import { useStore } from '../state/store.ts';
import type { Resource } from '../state/use-resource.ts';
import { Lotus } from './drawings.tsx';
import { Icon } from './icon.tsx';
import { sentenceOf } from './notice.tsx';

/** Grey shapes while data are on their way; announced, and quiet for those who asked for less motion. */
export const Waiting = () => {
  const { common } = useMessages();
  return (
    <div class="waiting" role="status" aria-label={common.loading}>
      <i />
      <i />
    </div>
  );
};

/** Nothing to show: a lotus, a sentence and, where there is one, the next thing to do. */
export const Nothing = ({ text, children }: { text: string; children?: ComponentChildren }) => (
  <div class="nothing card">
    <Lotus />
    <p>{text}</p>
    {children}
  </div>
);

const SignInNeeded = () => {
  const { common } = useMessages();
  return (
    <Nothing text={common.signInFirst}>
      <a class="btn" href={signInAddress(location.pathname + location.search)}>
        {common.signIn}
      </a>
    </Nothing>
  );
};

/** The page is not for this account: says so, and leads back. */
export const NoRight = () => {
  const { common } = useMessages();
  return (
    <Nothing text={common.noRight}>
      <p class="muted">{common.noRightMore}</p>
      <a class="btn" href="/">
        {common.toStart}
      </a>
    </Nothing>
  );
};

type OnlyForProps = { readonly roles: readonly Role[]; readonly children: ComponentChildren };

/** A desk for some roles, on pages that ask the service nothing before there is a form to fill in. */
export const OnlyFor = ({ roles, children }: OnlyForProps) => {
  const who = useStore(session);
  if (who.state === 'out') return <SignInNeeded />;
  return who.roles.some((role) => roles.includes(role)) ? children : <NoRight />;
};

/** Where learners find what they took along. */
const DOWNLOADS = '/da-tai';

const Failure = ({ problem, retry }: { problem: Problem; retry: () => Promise<void> }) => {
  const messages = useMessages();
  const who = useStore(session);
  const isOffline = problem.code === 'offline';
  const takesAlong = who.state === 'out' || who.roles.includes('learner');
  if (problem.status === 401) return <SignInNeeded />;
  if (problem.status === 403) return <NoRight />;
  return (
    <div class="nothing card" role="alert">
      <Icon name={isOffline ? 'noNetwork' : 'alert'} size={48} />
      <p>{sentenceOf(problem, messages)}</p>
      <button type="button" class="btn" onClick={() => void retry()}>
        {messages.common.retry}
      </button>
      {isOffline && takesAlong && location.pathname !== DOWNLOADS && (
        <a class="link-alone" href={DOWNLOADS}>
          {messages.common.seeKept}
        </a>
      )}
    </div>
  );
};

/** Says that the data are of an earlier time, and of which when that is known. */
const Behind = ({ since }: { since: number | undefined }) => {
  const { common } = useMessages();
  const shown = useStore(language);
  return (
    <p class="chip chip-sophora" role="status">
      {since === undefined
        ? common.behind
        : common.keptSince(formatInstant(new Date(since).toISOString(), shown))}
    </p>
  );
};

type Props<T> = { readonly of: Resource<T>; readonly children: (data: T) => ComponentChildren };

/** Data in whatever state they are: on their way, refused, out of date, or there. */
export const Loaded = <T,>({ of, children }: Props<T>) => {
  if (of.problem) return <Failure problem={of.problem} retry={of.reload} />;
  if (of.data === undefined) return <Waiting />;
  return (
    <>
      {of.behind && <Behind since={of.since} />}
      {children(of.data)}
    </>
  );
};
