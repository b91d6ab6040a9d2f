import type { ComponentChildren } from 'preact';
import type { BodyOf } from '../../api/types.ts';
import { formatDay } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Nothing } from '../../ui/loaded.tsx';

type Member = BodyOf<'listClassMembers'>['members'][number];
type Props = {
  readonly members: readonly Member[];
  readonly label: string;
  readonly action?: ((member: Member) => ComponentChildren) | undefined;
};

/** Who belongs to a class, in the order given. */
export const MemberTable = ({ members, label, action }: Props) => {
  const { people: t } = useMessages();
  const shown = useStore(language);
  if (members.length === 0) return <Nothing text={t.noMembers} />;
  return (
    <ol class="card members" aria-label={label}>
      {members.map((member, at) => (
        <li key={member.personId}>
          <span class="muted number">{at + 1}</span>
          <span>
            <b>{member.fullName}</b>
            <span class="muted small">{t.since(formatDay(member.since.slice(0, 10), shown))}</span>
          </span>
          <span class="row">
            <span class={member.as === 'teacher' ? 'chip chip-indigo' : 'chip chip-leaf'}>
              {t.as[member.as]}
            </span>
            {action?.(member)}
          </span>
        </li>
      ))}
    </ol>
  );
};
