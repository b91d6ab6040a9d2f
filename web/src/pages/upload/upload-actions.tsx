import type { MediaAsset } from '../../../../services/media/contract.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { currentPersonId } from '../../session/session.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { isOver, type Phase, type Upload } from '../../upload/upload.ts';
import type { Uploads } from '../../upload/uploads.ts';
import { isUseless, putAway } from './put-away.ts';
import { ReopenFile } from './reopen-file.tsx';

type Props = {
  readonly upload: Upload;
  readonly uploads: Uploads;
  /** Where it stands once it was sent. */
  readonly asset?: MediaAsset | undefined;
};

/** What can be done in a phase, apart from dropping the file. Parts that are being joined cannot be held. */
const ACTS: Readonly<Record<Phase, 'pause' | 'goOn' | 'again' | 'reopen' | undefined>> = {
  draft: undefined,
  reading: 'pause',
  waiting: 'pause',
  sending: 'pause',
  retrying: 'pause',
  busy: 'pause',
  joining: undefined,
  paused: 'goOn',
  elsewhere: undefined,
  allow: 'reopen',
  choose: 'reopen',
  refused: 'again',
  duplicate: undefined,
  twin: undefined,
  sent: undefined,
};

/** Pause, go on, send again or give the file again; and drop it, which asks first where something was sent. */
export const UploadActions = ({ upload, uploads, asset }: Props) => {
  const { uploading } = useMessages();
  const t = uploading.actions;
  const { id, phase, title, sentBytes, assetId } = upload;
  const act = ACTS[phase];
  const drop = () => uploads.drop(id);
  const put = () => {
    drop();
    if (asset && isUseless(asset)) putAway(currentPersonId() ?? '', asset.assetId);
  };
  if (isOver(upload))
    return (
      <Button look="quiet" small label={t.named(t.putAway, title)} onClick={put}>
        {t.putAway}
      </Button>
    );
  return (
    <>
      {act === 'reopen' && <ReopenFile upload={upload} uploads={uploads} />}
      {act === 'pause' && (
        <Button look="quiet" small label={t.named(t.pause, title)} onClick={() => uploads.pause(id)}>
          {t.pause}
        </Button>
      )}
      {(act === 'goOn' || act === 'again') && (
        <Button small label={t.named(t[act], title)} onClick={() => uploads.start(id)}>
          {t[act]}
        </Button>
      )}
      {sentBytes > 0 || assetId ? (
        <AskFirst
          small
          label={t.named(t.drop, title)}
          ask={t.dropAsk(title)}
          yes={t.drop}
          no={t.keep}
          content={id}
          act={async () => ({ ok: true, body: undefined })}
          onDone={drop}
        >
          {t.drop}
        </AskFirst>
      ) : (
        <Button look="quiet" small label={t.named(t.drop, title)} onClick={drop}>
          {t.drop}
        </Button>
      )}
    </>
  );
};
