import './upload.css';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { usePolling, useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { VideoPlayer } from '../../ui/video-player.tsx';
import { AssetCard } from './asset-card.tsx';

/** One recording: the player when it can be watched, where it stands until then. */
const RecordingPage = () => {
  const { media: t } = useMessages();
  const assetId = useRoute().params.assetId ?? '';
  const loaded = useResource(() => api.getMedia({ params: { assetId } }), [assetId]);
  const status = loaded.data?.status;
  usePolling(loaded.reload, 2_000, status === 'received' || status === 'transcoding');
  return (
    <Page title={loaded.data?.title ?? t.queue} back={{ href: '/tai-len', label: t.title }} narrow>
      <Loaded of={loaded}>
        {(asset) => (asset.status === 'ready' ? <VideoPlayer asset={asset} /> : <AssetCard asset={asset} />)}
      </Loaded>
    </Page>
  );
};
export default RecordingPage;
