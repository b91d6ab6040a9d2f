import { useMessages } from '../../messages/use-messages.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Outcomes } from './confirm.ts';

const REASONS = ['changed', 'waits', 'not-found'] as const;

/** What was confirmed, and what was not and why. */
export const ConfirmOutcomes = ({ outcomes }: { outcomes: Outcomes | undefined }) => {
  const { marks } = useMessages();
  const t = marks.confirm;
  if (!outcomes) return null;
  const { confirmed } = outcomes;
  const missed = REASONS.filter((reason) => outcomes[reason].length > 0);
  return (
    <Notice tone={missed.length === 0 ? 'good' : 'plain'}>
      <p class="strong">{confirmed.length > 0 ? t.done(confirmed.length) : t.doneNone}</p>
      {missed.map((reason) => (
        <p key={reason}>{t[reason](outcomes[reason].map(({ fullName }) => fullName ?? marks.unnamed))}</p>
      ))}
    </Notice>
  );
};
