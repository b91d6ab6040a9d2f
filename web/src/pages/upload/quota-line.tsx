import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatRoom } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { queueMoves } from '../../upload/start-uploads.ts';
import { useReloadOn } from './use-queue.ts';

type Quota = BodyOf<'getUploadQuota'>;

/** Bytes that may still be sent today and kept in all: what is left of one's own share and of everybody's. */
const leftOf = ({ person, centre }: Quota, which: 'day' | 'room'): number =>
  Math.max(0, Math.min(...[person, centre].map((whose) => whose[which].limit - whose[which].used)));

/** How much may still be sent. Nothing while that is not known: the service says so when it is too much. */
export const QuotaLine = () => {
  const { uploading: t } = useMessages();
  const shown = useStore(language);
  const quota = useResource(() => api.getUploadQuota(), []);
  useReloadOn(useStore(queueMoves), quota.reload);
  if (!quota.data) return null;
  const left = (which: 'day' | 'room') => formatRoom(leftOf(quota.data as Quota, which), shown);
  return <p class="muted small">{t.quota(left('day'), left('room'))}</p>;
};
