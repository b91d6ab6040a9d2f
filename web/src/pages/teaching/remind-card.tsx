import { useState } from 'preact/hooks';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { SelectField } from '../../ui/fields.tsx';
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
      <CopyButton full text={text} copied={t.copied} notCopied={t.notCopied}>
        {t.copy}
      </CopyButton>
    </section>
  );
};
