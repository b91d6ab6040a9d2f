import { apiAs } from '../api/api.ts';
import { keeping } from '../quiz/keeping.ts';
import { peopleHere } from '../session/session.ts';
import { onReconnect } from '../state/network.ts';
import { createStore } from '../state/store.ts';
import { keepCommit, type Outcome, ownersOf, sendCommits, type Waiting } from './commit-box.ts';
import { hasCommits } from './has-commits.ts';

type Kept = { readonly status: Waiting['commit']['status']; readonly scoreHundredths?: number | undefined };

/** What the service made of the commits of an asset: the best of all. */
export const keptResults = createStore<ReadonlyMap<string, Kept>>(new Map());

/** `kept` is on this device alone: the service could not be reached. `refused` was not taken and never will be. */
export const saving = createStore<'nothing' | 'sending' | 'sent' | 'kept' | 'refused'>('nothing');

/** Of the packets that are being sent. */
let isRefused = false;

const sendAs =
  (personId: string) =>
  async ({ commit, ...params }: Waiting): Promise<Outcome> => {
    const answer = await apiAs(personId).commitPackage({ params, body: commit });
    if (!answer.ok) {
      const isFinal = [404, 422].includes(answer.problem.status);
      isRefused ||= isFinal;
      return isFinal ? 'refused' : 'later';
    }
    keptResults.set(new Map([...keptResults.get(), [params.assetId, answer.body]]));
    return 'taken';
  };

const sendAll = async (): Promise<void> => {
  const here = new Set(peopleHere.get().map(({ personId }) => personId));
  for (const personId of ownersOf(keeping).filter((owner) => here.has(owner)))
    await sendCommits(keeping, personId, sendAs(personId)).catch(() => 'left');
};

/** Sends what waits on this device, one tab at a time; twice is harmless. */
export const sendWaiting = async (): Promise<void> => {
  if (!hasCommits(keeping)) return;
  saving.set('sending');
  isRefused = false;
  await (navigator.locks ? navigator.locks.request('hvs.package', sendAll) : sendAll());
  if (hasCommits(keeping)) saving.set('kept');
  else saving.set(isRefused ? 'refused' : 'sent');
};

/** Sends what an earlier page left, now or when the network is back. */
export const sendLeft = (): void => {
  onReconnect(() => void sendWaiting());
  void sendWaiting();
};

/** Keeps a commit on the device at once; it is sent by `sendWaiting`. */
export const keep = (personId: string, waiting: Waiting): void => {
  keepCommit(keeping, personId, waiting);
  saving.set('sending');
};
