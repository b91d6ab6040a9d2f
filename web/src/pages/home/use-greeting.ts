import { api } from '../../api/api.ts';
import { givenName } from '../../format/numbers.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { peopleHere } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';

/**
 * The greeting by the name that this device keeps, or else by the one that the register tells; before it has told it
 * as much of the greeting as is sure, so that nobody is greeted twice, first as a stranger.
 */
export const useGreeting = (personId: string): string => {
  const { home: t } = useMessages();
  const me = useResource(() => api.getMe(), [personId]);
  const kept = useStore(peopleHere).find((one) => one.personId === personId);
  const name = me.data?.fullName ?? kept?.name;
  if (name) return t.hello(givenName(name));
  return me.problem ? t.helloNoName : t.helloAwaited;
};
