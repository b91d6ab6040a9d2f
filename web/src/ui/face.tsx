import './face.css';
import type { PersonHere } from '../session/session.ts';
import { Icon } from './icon.tsx';

/** What to call a person of this device; the sign-in name until the register has told the name. */
export const calledName = ({ name, loginName }: Pick<PersonHere, 'name' | 'loginName'>): string =>
  name || loginName;

/**
 * The first letter of a person's given name in a colour of their own; a figure until the register has told the name,
 * since the letter of a sign-in name is another person's. The name stands beside it or labels it.
 */
export const Face = ({ person }: { person: PersonHere | undefined }) => {
  const given = person?.name.split(' ').at(-1);
  return (
    <span class={`face face-${(person?.colour ?? 0) % 6}`} aria-hidden="true">
      {given ? given.charAt(0).toLocaleUpperCase('vi') : <Icon name="person" size={24} />}
    </span>
  );
};
