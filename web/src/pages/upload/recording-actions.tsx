import type { MediaAsset } from '../../../../services/media/contract.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { SENDERS } from './senders.ts';

type Props = { readonly asset: MediaAsset; readonly onMoved: () => Promise<void> };

/** Trying a failed file again, and giving up one that nobody waits for; for those who send files. */
export const RecordingActions = ({ asset, onMoved }: Props) => {
  const { assetId, title, status, canRetry, canGiveUp } = asset;
  const { media: t, uploading } = useMessages();
  const who = useStore(session);
  const { run, busy, problem } = useAction();
  const sends = who.state === 'in' && who.roles.some((role) => SENDERS.includes(role));
  const isUnsent = status === 'awaiting-upload';
  if (!sends || !(canRetry || canGiveUp || isUnsent)) return null;
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
        {(canGiveUp || isUnsent) && (
          <AskFirst
            ask={isUnsent ? uploading.actions.dropAsk(title) : uploading.actions.removeAsk(title)}
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
