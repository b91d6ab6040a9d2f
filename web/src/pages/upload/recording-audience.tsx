import type { MediaAsset } from '../../../../services/media/contract.ts';
import type { Role } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import { AudienceFigures } from '../../audience/audience-figures.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';

/** Teachers see the numbers of their own classes, on the pages of those. */
const READERS: readonly Role[] = ['content-staff', 'training-head', 'director'];

const Watched = ({ assetId, durationMs }: { assetId: string; durationMs: number }) => {
  const { audience: t } = useMessages();
  const loaded = useResource(() => api.getAudience({ params: { assetId } }), [assetId]);
  return (
    <Section title={t.title}>
      <div class="card">
        <Loaded of={loaded}>
          {(audience) => <AudienceFigures audience={audience} durationMs={durationMs} />}
        </Loaded>
      </div>
    </Section>
  );
};

/** How many watched a recording, for those who look after it. */
export const RecordingAudience = ({ asset }: { asset: MediaAsset }) => {
  const who = useStore(session);
  const { assetId, status, durationMs } = asset;
  const mayRead = who.state === 'in' && who.roles.some((role) => READERS.includes(role));
  if (!mayRead || status !== 'ready' || !durationMs) return null;
  return <Watched assetId={assetId} durationMs={durationMs} />;
};
