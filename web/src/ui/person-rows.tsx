import './person-rows.css';
import { useLocation } from 'preact-iso/router';
import { useMessages } from '../messages/use-messages.ts';
import { signInAddress } from '../session/return-path.ts';
import { type PersonHere, session, switchTo } from '../session/session.ts';
import { useStore } from '../state/store.ts';
import { calledName, Face } from './face.tsx';
import { Icon } from './icon.tsx';

type RowProps = { readonly person: PersonHere; readonly isCurrent: boolean; readonly onPick: () => void };

const PersonRow = ({ person, isCurrent, onPick }: RowProps) => {
  const { account: t, common } = useMessages();
  const [role] = person.roles;
  return (
    <button type="button" class="person-row" aria-current={isCurrent ? 'true' : undefined} onClick={onPick}>
      <Face person={person} />
      <span>
        <b>{calledName(person) || t.somebody}</b>
        <span class="muted small">{person.needsPassword ? t.typePassword : role && common.roles[role]}</span>
      </span>
      {isCurrent && <Icon name="tick" size={26} weight={3} />}
      {person.needsPassword && <Icon name="key" size={24} />}
    </button>
  );
};

type RowsProps = {
  readonly people: readonly PersonHere[];
  /** The page to go on with, for whoever was picked. */
  readonly to?: string;
  readonly onPicked?: () => void;
};

/** The people of this device; a tap makes one of them the current person, or asks for their password. */
export const PersonRows = ({ people, to = '/', onPicked }: RowsProps) => {
  const who = useStore(session);
  const { route } = useLocation();
  const pick = ({ personId, loginName }: PersonHere): void => {
    const isIn = switchTo(personId);
    onPicked?.();
    route(isIn ? to : `${signInAddress(to)}&ten=${encodeURIComponent(loginName)}`);
  };
  return (
    <ul class="person-rows">
      {people.map((person) => (
        <li key={person.personId}>
          <PersonRow
            person={person}
            isCurrent={who.state === 'in' && who.personId === person.personId}
            onPick={() => pick(person)}
          />
        </li>
      ))}
    </ul>
  );
};
