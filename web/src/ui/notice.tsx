import type { ComponentChildren } from 'preact';
import type { Problem } from '../api/types.ts';
import type { Messages } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { signInAddress } from '../session/return-path.ts';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'plain' | 'good' | 'bad';
const ICONS: Readonly<Record<Tone, IconName>> = { plain: 'alert', good: 'tick', bad: 'alert' };

/** A sentence the person should not miss; bad news is read aloud at once, other news when there is a pause. */
export const Notice = ({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) => (
  <div class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
    <Icon name={ICONS[tone]} />
    {children}
  </div>
);

/** The sentence for a refusal: the service's own, or ours when it never answered. */
export const sentenceOf = (problem: Problem, { common }: Messages): string => {
  if (problem.code === 'offline') return common.noNetwork;
  if (problem.title !== '') return problem.title;
  if (problem.status === 401) return common.signInFirst;
  if (problem.status === 404) return common.notFound;
  return problem.status >= 500 ? common.busy : common.failed;
};

/** A refused write: what happened. One that met no network is not repeated by itself, so it asks to be pressed again. */
export const Refusal = ({ problem }: { problem: Problem | undefined }) => {
  const messages = useMessages();
  if (!problem) return null;
  return (
    <Notice tone="bad">
      <p>{problem.code === 'offline' ? messages.common.notSent : sentenceOf(problem, messages)}</p>
      {problem.status === 401 && (
        <a class="link-alone" href={signInAddress(location.pathname + location.search)}>
          {messages.common.signIn}
        </a>
      )}
    </Notice>
  );
};
