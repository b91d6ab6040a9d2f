import { downloads, followShelf, readShelf } from '../downloads/shelf.ts';
import { sweepAnswers } from '../kept/kept-answers.ts';
import { peopleHere } from '../session/session.ts';
import { followNetwork } from '../state/network.ts';
import { pageAtRest } from '../state/page-at-rest.ts';
import { startWorker } from './updates.ts';

/** Not urgent and not small: fetched when the page stands. What cannot be fetched now is done by the next page. */
const forgetStrangers = () =>
  Promise.all([import('../kept/forget-strangers.ts'), import('../quiz/file-shelf.ts')]).then(
    async ([rest, shelf]) => {
      await rest.forgetStrangers();
      // After the drafts of those who left: their files go with them.
      await shelf.clearShelf();
    },
    () => undefined,
  );

const startDownloads = async (): Promise<void> =>
  (await import('../downloads/downloader.ts')).startDownloads();

/** What fetches downloads comes with the first one, of this tab or another: most devices have none. */
const followDownloads = async (): Promise<void> => {
  followShelf();
  await readShelf();
  if (downloads.get()?.length) return startDownloads();
  const unfollow = downloads.listen(() => {
    if (!downloads.get()?.length) return;
    unfollow();
    void startDownloads().catch(() => undefined);
  });
};

const afterLoad = async (): Promise<void> => {
  await pageAtRest();
  // First: whatever else fails, nothing of somebody who left stays here.
  await forgetStrangers();
  await startWorker();
  await followDownloads();
  await sweepAnswers(new Set((downloads.get() ?? []).flatMap(({ answers }) => answers)));
};

/** What the site does on this device beside the page that is shown; what is not urgent waits until the page stands. */
export const startOffline = (): void => {
  followNetwork();
  peopleHere.listen(() => void forgetStrangers());
  // What failed is done by the next page.
  addEventListener('load', () => void afterLoad().catch(() => undefined));
};
