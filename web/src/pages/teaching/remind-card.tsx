import { useState } from 'preact/hooks';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { byAbsence, reminderFor } from './reminder.ts';
import { agoText, type Learner } from './roster.ts';

type Props = {
  readonly className: string;
  readonly learners: readonly Learner[];
  readonly courses: BodyOf<'getClassProgress'>['courses'];
  readonly now: string;
};

/** How many are called by their name before the rest is counted. */
const NAMED = 2;

const CopyMessage = ({ text }: { text: string }) => {
  const { teaching } = useMessages();
  const t = teaching.remind;
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Without a secure connection browsers refuse; the message can still be marked and copied by hand.
      setOutcome('notCopied');
    }
  };
  return (
    <>
      <Button full onClick={() => void copy()}>
        <Icon name={outcome === 'copied' ? 'tick' : 'copy'} size={22} />
        {t.copy}
      </Button>
      <p class="small" role="status">
        {outcome && t[outcome]}
      </p>
    </>
  );
};

/** Who has been away too long, and a message that is ready to be pasted. */
export const RemindCard = ({ className, learners, courses, now }: Props) => {
  const { teaching } = useMessages();
  const t = teaching.remind;
  const [to, setTo] = useState('');
  const absent = byAbsence(learners);
  const chosen = absent.filter(({ personId }) => personId === to);
  const people = chosen.length > 0 ? chosen : absent;
  const text = reminderFor(people, { className, courses, origin: location.origin }, t);
  if (absent.length === 0)
    return (
      <section class="card remind">
        <h2>{t.title}</h2>
        <p>{teaching.nobodyBehind}</p>
      </section>
    );
  const choices = absent.map(({ personId, fullName, lastActivityAt }) => ({
    value: personId,
    text: t.personAgo(fullName, agoText(lastActivityAt, now, teaching)),
  }));
  return (
    <section class="card card-main remind">
      <h2>{t.title}</h2>
      <p>
        <b>
          {absent
            .slice(0, NAMED)
            .map(({ fullName }) => fullName)
            .join(', ')}
        </b>{' '}
        {absent.length > NAMED && t.andMore(absent.length - NAMED)}
      </p>
      <SelectField
        label={t.to}
        value={chosen[0]?.personId ?? ''}
        choices={[{ value: '', text: t.everybody(absent.length) }, ...choices]}
        onValue={setTo}
      />
      <blockquote class="bubble" aria-label={t.message}>
        {text}
      </blockquote>
      <CopyMessage key={text} text={text} />
    </section>
  );
};
