import { peopleHere } from '../session/session.ts';
import { onReconnect } from '../state/network.ts';
import { device } from '../state/storage.ts';
import { createStore } from '../state/store.ts';
import { carryOutAll, hasWork } from './carry-out.ts';
import { courierOf } from './courier.ts';
import { isEntry } from './entries.ts';
import { keeping } from './keeping.ts';
import { createOneSender } from './one-sender.ts';
import { createOutbox, type OutboxState } from './outbox.ts';

const now = () => Date.now();
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Everybody whose sign-in lives here, current or not: each one's attempts go out with their own token. */
const senders = (): readonly string[] =>
  peopleHere
    .get()
    .filter(({ personId, needsPassword }) => !needsPassword && hasWork({ keeping, now }, personId))
    .map(({ personId }) => personId);

const exclusively = createOneSender({
  locks: navigator.locks,
  storage: device,
  now,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

const sendAll = async (): Promise<boolean> => {
  const sent = await exclusively(async () => {
    let isDone = true;
    for (const personId of senders()) {
      const world = { keeping, courier: courierOf(personId), now };
      isDone = (await carryOutAll(world, personId)) && isDone;
    }
    return isDone;
  });
  return sent === true;
};

/** What the sender of this tab is doing. */
export const outboxState = createStore<OutboxState>('idle');

/** Brings what is kept on this device to the server. */
export const outbox = createOutbox({
  hasWork: () => senders().length > 0,
  sendAll,
  pause,
  onState: outboxState.set,
});

/** Sends from any page of the site: now, when the network or the page comes back, and when another tab leaves work. */
export const keepSending = (): void => {
  const followOtherTabs = ({ key }: StorageEvent): void => {
    if (key === null || isEntry(key)) outbox.wake();
  };
  addEventListener('storage', followOtherTabs);
  addEventListener('online', outbox.wake);
  onReconnect(outbox.wake);
  addEventListener('pageshow', outbox.wake);
  document.addEventListener('visibilitychange', outbox.wake);
  peopleHere.listen(outbox.wake);
  outbox.wake();
};
