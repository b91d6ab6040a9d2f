import { apiAs } from '../api/api.ts';
import { keeping } from '../quiz/keeping.ts';
import { peopleHere } from '../session/session.ts';
import { onReconnect } from '../state/network.ts';
import type { Waiting } from './commit-box.ts';
import { type Answer, CommitSender } from './commit-sender.ts';

const commit = async (personId: string, { commit: said, lesson, ...params }: Waiting): Promise<Answer> => {
  const body = { ...said, ...(lesson && { lesson }) };
  const answer = await apiAs(personId).commitPackage({ params, body });
  if (answer.ok) return { is: 'taken', kept: answer.body };
  return { is: [404, 422].includes(answer.problem.status) ? 'refused' : 'later' };
};

/** What packages on this device want kept. */
export const commits = new CommitSender({
  ...{ keeping, commit },
  here: () => peopleHere.get().map(({ personId }) => personId),
  alone: async (work) =>
    void (await (navigator.locks ? navigator.locks.request('hvs.package', work) : work())),
});

export const sendWaiting = (): Promise<void> => commits.sendWaiting();

/** Sends what an earlier page left, now or when the network is back. */
export const sendLeft = (): void => {
  onReconnect(() => void sendWaiting());
  void sendWaiting();
};
