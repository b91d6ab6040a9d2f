import { useLocation } from 'preact-iso/router';
import type { MediaAsset } from '../../../../services/media/contract.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { isUseless, putAway } from './put-away.ts';
import { PutAway } from './put-away-button.tsx';
import { SENDERS } from './senders.ts';

type Props = { readonly asset: MediaAsset; readonly onMoved: () => Promise<void> };

/** Trying a failed file again, giving up one that nobody waits for, and putting away what is of no use; for senders. */
export const RecordingActions = ({ asset, onMoved }: Props) => {
  const { assetId, title, status, canRetry, canGiveUp } = asset;
  const { recording: t, uploading } = useMessages();
  const who = useStore(session);
  const { route } = useLocation();
  const { run, busy, problem } = useAction();
  const sends = who.state === 'in' && who.roles.some((role) => SENDERS.includes(role));
  const isUnsent = status === 'awaiting-upload';
  const isOver = isUseless(asset);
  if (who.state === 'out' || !sends || !(canRetry || canGiveUp || isUnsent || isOver)) return null;
  const retry = async (): Promise<void> => {
    if (await run(assetId, () => api.retryMedia({ params: { assetId } }))) await onMoved();
  };
  return (
    <div class="stack-tight">
      <Refusal problem={problem} />
      <div class="row">
        {canRetry && (
          <Button busy={busy} busyLabel={t.retrying} onClick={() => void retry()}>
            {t.retry}
          </Button>
        )}
        {isOver && (
          <PutAway
            asset={asset}
            onPutAway={() => {
              putAway(who.personId, assetId);
              route('/tai-len');
            }}
          />
        )}
        {(canGiveUp || isUnsent) && (
          <AskFirst
            ask={isUnsent ? uploading.actions.dropAsk(title) : t.removeAsk(title)}
            yes={uploading.actions.drop}
            no={uploading.actions.keep}
            content={assetId}
            act={() => api.cancelUpload({ params: { assetId } })}
            onDone={() => void onMoved()}
          >
            {uploading.actions.drop}
          </AskFirst>
        )}
      </div>
    </div>
  );
};
