import './people-here.css';
import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { type PersonHere, peopleHere, signOut } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/button.tsx';
import { calledName, Face } from '../../ui/face.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';

const Row = ({ person }: { person: PersonHere }) => {
  const { account: t } = useMessages();
  const [asks, setAsks] = useState(false);
  const name = calledName(person) || t.somebody;
  if (asks)
    return (
      <Notice>
        <p>{t.removeAsk(name)}</p>
        <div class="row">
          <Button look="warn" small onClick={() => void signOut(false, person.personId)}>
            {t.removeYes}
          </Button>
          <Button look="quiet" small onClick={() => setAsks(false)}>
            {t.removeNo}
          </Button>
        </div>
      </Notice>
    );
  return (
    <div class="person-here">
      <Face person={person} />
      <b>{name}</b>
      <Button look="quiet" small label={t.removePerson(name)} onClick={() => setAsks(true)}>
        {t.remove}
      </Button>
    </div>
  );
};

/** Everybody who can be switched to on this device, to add one or to take one off. */
export const PeopleHere = () => {
  const { account: t } = useMessages();
  const people = useStore(peopleHere);
  return (
    <div class="card stack">
      <ul class="stack">
        {people.map((person) => (
          <li key={person.personId}>
            <Row person={person} />
          </li>
        ))}
      </ul>
      <a class="btn btn-quiet btn-full" href="/dang-nhap">
        <Icon name="add" size={22} />
        {t.addPerson}
      </a>
    </div>
  );
};
