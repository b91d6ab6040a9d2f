import { api } from '../api/api.ts';
import { introduce, peopleHere, session } from './session.ts';

const learnName = async (): Promise<void> => {
  const now = session.get();
  if (now.state === 'out') return;
  const known = peopleHere.get().find(({ personId }) => personId === now.personId);
  if (known?.name !== '') return;
  const answer = await api.getMe();
  if (answer.ok) introduce(answer.body.personId, answer.body.fullName);
};

/** Asks the register once what each person of this device is called, so that the list shows names without a network. */
export const introducePeople = (): void => {
  session.listen(() => void learnName());
  void learnName();
};
