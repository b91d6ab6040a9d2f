import { useEffect, useState } from 'preact/hooks';
import type { Download } from '../../downloads/download.ts';
import { DownloadProgress } from '../../downloads/download-progress.tsx';
import { useDownloads } from '../../downloads/use-downloads.ts';
import { useSaidSize } from '../../downloads/use-said-size.ts';
import { formatRoom } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Nothing, Waiting } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';

/** With less than this free (bytes) a phone begins to clear what it can. */
const LITTLE_ROOM = 200_000_000;

type Room = { readonly free?: number; readonly isPersistent: boolean };

/** What the browser says about its room; it rounds, and some say nothing. */
const askRoom = async (): Promise<Room> => {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  const isPersistent = (await navigator.storage?.persisted?.()) ?? false;
  return { isPersistent, ...(quota !== undefined && usage !== undefined && { free: quota - usage }) };
};

const RoomLeft = ({ list }: { list: readonly Download[] }) => {
  const { downloads: t } = useMessages();
  const shown = useStore(language);
  const [room, setRoom] = useState<Room>();
  const bytes = list.reduce((sum, { doneBytes }) => sum + doneBytes, 0);
  useEffect(() => {
    void askRoom().then(setRoom, () => undefined);
  }, [bytes]);
  const { size } = useSaidSize();
  const free = room?.free;
  return (
    <Section title={t.room}>
      <p class="number">
        {free === undefined ? t.usedOnly(size(bytes)) : t.used(size(bytes), formatRoom(free, shown))}
      </p>
      {free !== undefined && free < LITTLE_ROOM && (
        <Notice>
          <p>{t.nearlyFull}</p>
        </Notice>
      )}
      {room && !room.isPersistent && <p class="muted">{t.mayBeCleared}</p>}
    </Section>
  );
};

const Row = ({ download }: { download: Download }) => {
  const { downloads: t } = useMessages();
  const { title, href, state } = download;
  return (
    <li class="card stack-tight">
      <h2 class="download-title">{title}</h2>
      <DownloadProgress download={download}>
        {state !== 'withdrawn' && (
          <a class="btn btn-full" href={href} aria-label={t.openOf(title)}>
            {t.open}
          </a>
        )}
      </DownloadProgress>
    </li>
  );
};

/** What is on this device to be opened without a network, and how much room it takes. */
const DownloadsPage = () => {
  const { downloads: t } = useMessages();
  const list = useDownloads();
  return (
    <Page title={t.title} lead={t.lead} narrow>
      {!list && <Waiting />}
      {list?.length === 0 && (
        <Nothing text={t.empty}>
          <a class="btn" href="/khoa-hoc">
            {t.toCourses}
          </a>
        </Nothing>
      )}
      {list && list.length > 0 && (
        <>
          <ul class="stack">
            {list.map((download) => (
              <Row key={download.key} download={download} />
            ))}
          </ul>
          <RoomLeft list={list} />
        </>
      )}
    </Page>
  );
};
export default DownloadsPage;
