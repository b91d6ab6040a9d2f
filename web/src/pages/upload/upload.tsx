import './upload.css';
import type { MediaAsset } from '../../../../services/media/contract.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useMediaQuery } from '../../state/use-media-query.ts';
import { usePolling, useResource } from '../../state/use-resource.ts';
import { WIDE } from '../../table/data-table.tsx';
import { Loaded, Nothing, OnlyFor } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useUpload } from '../../upload/use-upload.ts';
import { AssetCard } from './asset-card.tsx';
import { AssetTable } from './asset-table.tsx';
import { UploadForm } from './upload-form.tsx';
import { UploadProgress } from './upload-progress.tsx';

type QueueProps = Parameters<typeof AssetTable>[0];

const isMoving = ({ status }: MediaAsset) => status === 'received' || status === 'transcoding';

/** How the queue stands, in words: what can be watched, what is at work, and what somebody has to send again. */
const QueueSentence = ({ assets }: { assets: readonly MediaAsset[] }) => {
  const { media: t } = useMessages();
  const are = (...states: readonly MediaAsset['status'][]) =>
    assets.filter(({ status }) => states.includes(status)).length;
  return (
    <p class="strong">
      {t.queueSentence(
        are('ready'),
        are('received', 'transcoding'),
        are('failed', 'rejected', 'awaiting-upload'),
      )}
    </p>
  );
};

/** A table at a desk; on phones cards, each with its picture. */
const Queue = (props: QueueProps) => {
  const isWide = useMediaQuery(WIDE);
  if (isWide) return <AssetTable {...props} />;
  return (
    <ul class="stack">
      {props.assets.map((asset) => {
        const onResume = props.resumeOf(asset);
        return (
          <li key={asset.assetId}>
            <AssetCard asset={asset} {...(onResume && { onResume })} />
          </li>
        );
      })}
    </ul>
  );
};

const UploadDesk = () => {
  const { media: t } = useMessages();
  const queue = useResource(() => api.listMedia(), []);
  const { upload, start, goOn, reset } = useUpload(() => void queue.reload());
  const assets = queue.data?.assets ?? [];
  usePolling(queue.reload, 2_000, assets.some(isMoving) || upload.phase === 'done');
  const isIdle = upload.phase === 'idle' || upload.phase === 'refused';
  return (
    <div class="upload-desk">
      <Section title={t.newUpload}>
        <div class="stack">
          <UploadProgress upload={upload} onGoOn={() => void goOn()} onReset={reset} />
          {isIdle && <UploadForm onStart={(file, wanted) => void start(file, wanted)} />}
        </div>
      </Section>
      <Section title={t.queue}>
        <Loaded of={queue}>
          {() =>
            assets.length === 0 ? (
              <Nothing text={t.empty} />
            ) : (
              <div class="stack">
                <QueueSentence assets={assets} />
                <Queue
                  assets={assets}
                  resumeOf={(asset) => (isIdle ? (file) => void goOn({ file, asset }) : undefined)}
                />
              </div>
            )
          }
        </Loaded>
      </Section>
    </div>
  );
};

/** Uploading recordings and following what becomes of them. */
const UploadPage = () => {
  const { media: t } = useMessages();
  return (
    <Page title={t.title} lead={t.lead}>
      <OnlyFor roles={['content-staff', 'teacher']}>
        <UploadDesk />
      </OnlyFor>
    </Page>
  );
};
export default UploadPage;
