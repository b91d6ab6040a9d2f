import { formatMegabytes, wholePercent } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { Bar } from '../../ui/stairs.tsx';
import type { Upload } from '../../upload/uploading.ts';

type Props = { readonly upload: Upload; readonly onGoOn: () => void; readonly onReset: () => void };

const Sending = ({ sentBytes, bytes }: { sentBytes: number; bytes: number }) => {
  const { media: t } = useMessages();
  const percent = wholePercent(sentBytes, bytes);
  const size = (n: number) => formatMegabytes(n, language.get());
  return (
    <div class="stack-tight">
      <p class="row spread number">
        <b>{t.percent(percent)}</b>
        <span class="muted">{t.sending(size(sentBytes), size(bytes))}</span>
      </p>
      <Bar percent={percent} label={t.newUpload} />
    </div>
  );
};

/** How the upload of this page stands: megabytes and percent, an interruption to go on from, or that it is done. */
export const UploadProgress = ({ upload, onGoOn, onReset }: Props) => {
  const { media: t } = useMessages();
  if (upload.phase === 'idle') return null;
  if (upload.phase === 'refused') return <Refusal problem={upload.problem} />;
  if (upload.phase === 'done') {
    return (
      <>
        <Notice tone="good">
          <p class="strong">{t.sent}</p>
        </Notice>
        <Button look="quiet" onClick={onReset}>
          {t.newUpload}
        </Button>
      </>
    );
  }
  const hasBytes = upload.phase === 'sending' || upload.phase === 'interrupted';
  return (
    <div class="card card-main stack">
      {hasBytes ? (
        <Sending sentBytes={upload.sentBytes} bytes={upload.bytes} />
      ) : (
        <p role="status">{upload.phase === 'joining' ? t.joining : t.preparing}</p>
      )}
      {upload.phase === 'interrupted' && (
        <>
          <Notice>
            <p>{t.interrupted}</p>
          </Notice>
          <div class="row">
            <Button onClick={onGoOn}>{t.goOn}</Button>
            <Button look="quiet" onClick={onReset}>
              {t.cancel}
            </Button>
          </div>
        </>
      )}
    </div>
  );
};
