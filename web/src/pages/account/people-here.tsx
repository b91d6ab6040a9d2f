import './people-here.css';
import { useMessages } from '../../messages/use-messages.ts';
import { type PersonHere, peopleHere, signOut } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { calledName, Face } from '../../ui/face.tsx';
import { Icon } from '../../ui/icon.tsx';

const Row = ({ person }: { person: PersonHere }) => {
  const { account: t } = useMessages();
  const name = calledName(person) || t.somebody;
  const { personId } = person;
  const leave = async () => {
    await signOut(false, personId);
    return { ok: true, body: undefined } as const;
  };
  return (
    <div class="person-here">
      <Face person={person} />
      <b>{name}</b>
      <AskFirst
        small
        label={t.removePerson(name)}
        ask={t.removeAsk(name)}
        yes={t.removeYes}
        no={t.removeNo}
        content={personId}
        act={leave}
      >
        {t.remove}
      </AskFirst>
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
