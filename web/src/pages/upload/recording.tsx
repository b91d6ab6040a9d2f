import './upload.css';
import { useRoute } from 'preact-iso/router';
import type { Role } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { usePolling, useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { VideoPlayer } from '../../ui/video-player.tsx';
import { AssetCard } from './asset-card.tsx';

const SENDERS: readonly Role[] = ['content-staff', 'teacher'];

/** Back to where the person came from: recordings are sent by some, and pointed out to others on the overview. */
const useBack = () => {
  const { media, overview } = useMessages();
  const who = useStore(session);
  const sends = who.state === 'out' || who.roles.some((role) => SENDERS.includes(role));
  return sends ? { href: '/tai-len', label: media.title } : { href: '/tong-quan', label: overview.title };
};

/** One recording: the player when it can be watched, where it stands until then. */
const RecordingPage = () => {
  const { media: t } = useMessages();
  const assetId = useRoute().params.assetId ?? '';
  const loaded = useResource(() => api.getMedia({ params: { assetId } }), [assetId]);
  const status = loaded.data?.status;
  usePolling(loaded.reload, 2_000, status === 'received' || status === 'transcoding');
  return (
    <Page title={loaded.data?.title ?? t.queue} back={useBack()} narrow>
      <Loaded of={loaded}>
        {(asset) =>
          asset.status === 'ready' ? (
            <VideoPlayer key={asset.assetId} asset={asset} />
          ) : (
            <AssetCard asset={asset} />
          )
        }
      </Loaded>
    </Page>
  );
};
export default RecordingPage;
