import './person-switch.css';
import { useId } from 'preact/hooks';
import { useMessages } from '../messages/use-messages.ts';
import { type PersonHere, peopleHere, session } from '../session/session.ts';
import { useStore } from '../state/store.ts';
import { calledName, Face } from './face.tsx';
import { Icon } from './icon.tsx';
import { PersonRows } from './person-rows.tsx';
import { usePanel } from './use-panel.ts';

type PanelProps = {
  readonly people: readonly PersonHere[];
  readonly isSignedIn: boolean;
  readonly onPicked: () => void;
};

/** Who uses this phone, somebody more, and the account of whoever is signed in. */
const PeoplePanel = ({ people, isSignedIn, onPicked }: PanelProps) => {
  const { account: t } = useMessages();
  return (
    <>
      <h2>{t.whoUses}</h2>
      <PersonRows people={people} onPicked={onPicked} />
      <div class="person-more">
        <a class="btn btn-quiet" href="/dang-nhap">
          <Icon name="add" size={22} />
          {t.addPerson}
        </a>
        {isSignedIn && (
          <a class="btn btn-quiet" href="/tai-khoan">
            <Icon name="person" size={22} />
            {t.title}
          </a>
        )}
      </div>
    </>
  );
};

/** The current person's letter on every page; one tap opens the list of this phone's people, the second picks one. */
export const PersonSwitch = () => {
  const { account: t } = useMessages();
  const who = useStore(session);
  const people = useStore(peopleHere);
  const { isOpen, setOpen, whole, opener } = usePanel();
  const id = useId();
  if (people.length === 0) return null;
  const current = who.state === 'in' ? people.find(({ personId }) => personId === who.personId) : undefined;
  return (
    <div ref={whole} class="person-switch no-print">
      <button
        ref={opener}
        type="button"
        class="face-button"
        aria-label={current ? t.switchFrom(calledName(current)) : t.switchPerson}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Face person={current} />
      </button>
      <section id={id} class="card card-main person-panel" aria-label={t.whoUses} hidden={!isOpen}>
        {isOpen && (
          <PeoplePanel people={people} isSignedIn={current !== undefined} onPicked={() => setOpen(false)} />
        )}
      </section>
    </div>
  );
};
