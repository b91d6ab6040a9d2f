import './upload.css';
import type { Role } from '../../../../shared/contract/roles.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { OnlyFor } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { queueMoves, uploadsOf } from '../../upload/start-uploads.ts';
import { Going } from './going.tsx';
import { Queue } from './queue.tsx';
import { SENDERS } from './senders.ts';
import { UploadForm } from './upload-form.tsx';
import { useQueue, useReloadOn } from './use-queue.ts';

const READERS: readonly Role[] = [...SENDERS, 'training-head', 'director'];

/** For those who send files: what they choose, what is on its way, and what has become of it. */
const SendersDesk = ({ personId }: { personId: string }) => {
  const { media: t } = useMessages();
  const uploads = uploadsOf(personId);
  const all = useStore(uploads.list.shown);
  const drafts = all.filter(({ stage }) => stage === 'draft');
  const going = all.filter(({ stage }) => stage !== 'draft');
  const queue = useQueue(going.flatMap(({ phase, assetId = '' }) => (phase === 'sent' ? [assetId] : [])));
  useReloadOn(useStore(queueMoves), queue.reload);
  return (
    <div class="upload-desk">
      <Section title={t.newUpload}>
        <UploadForm uploads={uploads} drafts={drafts} />
      </Section>
      {going.length > 0 && <Going uploads={uploads} going={going} assets={queue.data?.assets ?? []} />}
      <Queue queue={queue} going={going} />
    </div>
  );
};

/** For those who look after it. */
const ReadersDesk = () => <Queue queue={useQueue()} />;

/** Sending files and following what becomes of them. */
const UploadPage = () => {
  const { media: t } = useMessages();
  const who = useStore(session);
  const sends = who.state === 'in' && who.roles.some((role) => SENDERS.includes(role));
  return (
    <Page title={t.title} lead={sends ? t.lead : undefined}>
      <OnlyFor roles={READERS}>
        {who.state === 'in' &&
          (sends ? <SendersDesk key={who.personId} personId={who.personId} /> : <ReadersDesk />)}
      </OnlyFor>
    </Page>
  );
};
export default UploadPage;
