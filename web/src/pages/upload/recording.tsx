import './upload.css';
import { useRoute } from 'preact-iso/router';
import type { MediaAsset } from '../../../../services/media/contract.ts';
import type { Role } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import { formatSpan } from '../../format/dates.ts';
import { Material } from '../../materials/material.tsx';
import { withPass } from '../../media-pass/see-poster.ts';
import { bringWords } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { recording } from '../../messages/vi/recording.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { usePolling, useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { AssetProgress, reasonOf, StatusChip } from './asset-card.tsx';
import { NextStep } from './next-step.tsx';
import { isMoving } from './queue-filter.ts';
import { RecordingActions } from './recording-actions.tsx';
import { RecordingAudience } from './recording-audience.tsx';
import { RecordingFacts, Versions } from './recording-facts.tsx';
import { SENDERS } from './senders.ts';

bringWords({ recording });

/** Whose work captions are. */
const EDITORS: readonly Role[] = [...SENDERS, 'training-head'];

/** Those who do not send files come from the overview, where recordings that need somebody are pointed out. */
const useBack = () => {
  const { media, overview } = useMessages();
  const who = useStore(session);
  const fromQueue = who.state === 'out' || who.roles.some((role) => SENDERS.includes(role));
  return fromQueue ? { href: '/tai-len', label: media.title } : { href: '/tong-quan', label: overview.title };
};

/** Where it stands, and what to do about it. */
const Standing = ({ asset }: { asset: MediaAsset }) => {
  const { media, recording: t } = useMessages();
  const reason = reasonOf(asset, media);
  return (
    <div class="card stack">
      <p>
        <StatusChip asset={asset} isSpoken />
      </p>
      <AssetProgress asset={asset} />
      {reason && <p class="strong">{reason}</p>}
      {asset.goodUntilSeconds !== undefined && (
        <p>{t.goodUntil(formatSpan(asset.goodUntilSeconds * 1000))}</p>
      )}
      {asset.duplicateOf && (
        <a class="link-alone" href={`/tai-len/${asset.duplicateOf}`}>
          {t.seeOriginal}
        </a>
      )}
      {asset.status === 'awaiting-upload' && <p>{t.awaitingMore}</p>}
    </div>
  );
};

/** What was made of the file, what is still to be done with it, and for those who write them the way to its captions. */
const Watching = ({ asset }: { asset: MediaAsset }) => {
  const { recording: t } = useMessages();
  const who = useStore(session);
  const mayEdit = who.state === 'in' && who.roles.some((role) => EDITORS.includes(role));
  return (
    <div class="stack">
      <NextStep key={asset.assetId} assetId={asset.assetId} />
      <Material key={asset.assetId} asset={{ ...asset, renditions: asset.renditions ?? [] }} />
      {mayEdit && asset.playlist && (
        <div>
          <a class="btn btn-quiet" href={`/tai-len/${asset.assetId}/phu-de`}>
            {t.captions}
          </a>
        </div>
      )}
    </div>
  );
};

/** One recording: the player when it can be watched, where it stands until then, and all that is known of it. */
const RecordingPage = () => {
  const { media: t } = useMessages();
  const assetId = useRoute().params.assetId ?? '';
  const loaded = useResource(() => withPass(api.getMedia({ params: { assetId } })), [assetId]);
  usePolling(loaded.reload, 2_000, loaded.data !== undefined && isMoving(loaded.data));
  return (
    <Page title={loaded.data?.title ?? t.queue} back={useBack()} narrow>
      <Loaded of={loaded}>
        {(asset) => (
          <>
            {asset.status === 'ready' ? <Watching asset={asset} /> : <Standing asset={asset} />}
            <RecordingActions asset={asset} onMoved={loaded.reload} />
            <RecordingAudience asset={asset} />
            <Versions asset={asset} />
            <RecordingFacts asset={asset} />
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default RecordingPage;
