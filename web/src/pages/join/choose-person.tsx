import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { signInAddress } from '../../session/return-path.ts';
import { peopleHere, session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { calledName } from '../../ui/face.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { PersonRows } from '../../ui/person-rows.tsx';
import { NameForm } from './name-form.tsx';

type InvitingClass = BodyOf<'getInvitation'>;
type Props = {
  readonly code: string;
  readonly onJoined: (one: InvitingClass) => void;
  readonly onRegistered: () => void;
};

/** One press for whoever is signed in already. */
const JoinAsCurrent = ({ code, onJoined }: Omit<Props, 'onRegistered'>) => {
  const { join: t } = useMessages();
  const who = useStore(session);
  const people = useStore(peopleHere);
  const { run, busy, problem } = useAction();
  if (who.state === 'out') return null;
  if (!who.roles.includes('learner'))
    return (
      <Notice>
        <p>{t.notLearner}</p>
      </Notice>
    );
  const me = people.find(({ personId }) => personId === who.personId);
  const enter = async (): Promise<void> => {
    const joined = await run(code, () => api.joinClassByCode({ body: { code } }));
    if (joined) onJoined(joined);
  };
  return (
    <>
      <Refusal problem={problem} />
      <Button full busy={busy} busyLabel={t.joining} onClick={() => void enter()}>
        {me && calledName(me) ? t.joinAs(calledName(me)) : t.joinNow}
      </Button>
    </>
  );
};

/** Who comes into the class: the person who is signed in, one of this phone, one with an account, or somebody new. */
export const ChoosePerson = ({ code, onJoined, onRegistered }: Props) => {
  const { join: t } = useMessages();
  const who = useStore(session);
  const people = useStore(peopleHere);
  const [isNew, setNew] = useState(false);
  const others = people.filter(({ personId }) => who.state === 'out' || personId !== who.personId);
  const here = `/vao-lop/${code}`;
  if (isNew) return <NameForm code={code} onRegistered={onRegistered} />;
  return (
    <div class="stack">
      <JoinAsCurrent code={code} onJoined={onJoined} />
      <section class="card stack" aria-label={who.state === 'in' ? t.someoneElse : t.whoEnters}>
        <h2>{who.state === 'in' ? t.someoneElse : t.whoEnters}</h2>
        {others.length > 0 && (
          <>
            <p>{t.pickYourself}</p>
            <PersonRows people={others} to={here} />
          </>
        )}
        <Button full look={who.state === 'in' ? 'quiet' : 'main'} onClick={() => setNew(true)}>
          <Icon name="add" size={22} />
          {t.noAccount}
        </Button>
        <a class="btn btn-quiet btn-full" href={signInAddress(here)}>
          <Icon name="key" size={22} />
          {t.haveAccount}
        </a>
      </section>
    </div>
  );
};
