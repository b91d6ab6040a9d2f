import { useLocation } from 'preact-iso/router';
import { useMessages } from '../messages/use-messages.ts';
import { applyUpdate, updateReady } from '../offline/updates.ts';
import { useStore } from '../state/store.ts';
import { unfinishedFields } from '../state/unfinished.ts';
import { useOnline } from '../state/use-online.ts';
import { chrome } from './chrome.ts';
import { Icon } from './icon.tsx';

const QUIZ = '/kiem-tra/';

/** Says that there is no network, for as long as there is none. Only answers in quizzes are sent later by themselves. */
export const OfflineStrip = () => {
  const { common } = useMessages();
  const { path } = useLocation();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <div class="offline">
          <Icon name="noNetwork" size={30} />
          <span>
            <b>{common.offline}</b> {path.startsWith(QUIZ) ? common.offlineSending : common.offlineMore}
          </span>
        </div>
      )}
    </div>
  );
};

/**
 * Offers the new version of the site once it is on the device: never to somebody who is in a quiz, and without its button
 * while a form holds words that the change would lose.
 */
export const UpdateStrip = () => {
  const { common } = useMessages();
  const { path } = useLocation();
  const isReady = useStore(updateReady);
  const isWriting = useStore(unfinishedFields) > 0;
  const isBusy = useStore(chrome) === 'task' || path.startsWith(QUIZ);
  return (
    <div role="status">
      {isReady && !isBusy && (
        <div class="offline update no-print">
          <span>
            <b>{common.newVersion}</b> {isWriting ? common.newVersionLater : common.newVersionMore}
          </span>
          {!isWriting && (
            <button type="button" class="btn btn-small" onClick={applyUpdate}>
              {common.useNewVersion}
            </button>
          )}
        </div>
      )}
    </div>
  );
};
